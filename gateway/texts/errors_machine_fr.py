"""Errors and warnings on the machine, the unit and the sandbox, in French, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "{time} UTC is before files here were written": "{time} UTC est antérieur à des fichiers écrits ici",
    "Set the clock and keep it by NTP: periods, signatures and the ledger depend on it.": (
        "Réglez l'horloge et gardez-la à l'heure par NTP : les délais, les signatures et le registre en "
        "dépendent."
    ),
    "{time} UTC is plausible": "{time} UTC est plausible",
    "it is not set and this machine is in UTC: people's times are read and told in UTC": (
        "aucun fuseau n'est réglé et cette machine est en UTC : les heures sont lues et données en UTC"
    ),
    (
        "Write `timezone: Europe/Brussels` in the configuration: the 72 hours of a breach count from such a "
        "time."
    ): (
        "Écrivez `timezone: Europe/Brussels` dans la configuration : les 72 heures d'une violation courent à "
        "partir d'une telle heure."
    ),
    "{free} MB free for the ledger": "{free} MB libres pour le registre",
    "Make room: without it every mail is deferred.": "Faites de la place : sinon, tout mail est différé.",
    "Run a kernel of 5.13 or later with lsm=landlock among its security modules.": (
        "Utilisez un noyau 5.13 ou ultérieur, avec lsm=landlock parmi ses modules de sécurité."
    ),
    "Install libseccomp2, and run a kernel with CONFIG_SECCOMP_FILTER.": (
        "Installez libseccomp2, et utilisez un noyau avec CONFIG_SECCOMP_FILTER."
    ),
    "Let the service set its own limits: no container or filter may refuse prlimit64.": (
        "Laissez le service fixer ses propres limites : aucun conteneur ni filtre ne peut refuser prlimit64."
    ),
    "Look into the service's limits: all mail is deferred.": (
        "Examinez les limites du service : tout le courrier est différé."
    ),
    "readers are confined by Landlock (ABI {abi}), seccomp and resource limits": (
        "les processus qui lisent le courrier sont confinés par Landlock (ABI {abi}), seccomp et des limites "
        "de ressources"
    ),
    "the kernel does not confine readers by {missing}": (
        "le noyau ne confine pas par {missing} les processus qui lisent le courrier"
    ),
    "{detail}, and {setting} allows that": "{detail}, et {setting} le permet",
    "{remedy} Or write {setting}.": "{remedy} Ou écrivez {setting}.",
    "Run systemctl cat {unit}, then systemctl daemon-reload and systemctl restart gateway.": (
        "Exécutez systemctl cat {unit}, puis systemctl daemon-reload et systemctl restart gateway."
    ),
    "not examined: no systemd answers here": "pas examiné : aucun systemd ne répond ici",
    "not examined: systemd has no {unit} that it can load": (
        "pas examiné : systemd n'a pas de {unit} qu'il puisse charger"
    ),
    "{unit}: its files were changed since systemd read them": (
        "{unit} : ses fichiers ont changé depuis que systemd les a lus"
    ),
    "{unit} is confined as it came": "{unit} est confiné comme à la livraison",
    "{confined}, and IPAddressDeny besides": "{confined}, et en plus par IPAddressDeny",
    "it runs as root": "il tourne sous root",
    "{name} is {found} and not {wanted}": "{name} est {found} et non {wanted}",
    "RestrictAddressFamilies lets in more than {families}": (
        "RestrictAddressFamilies admet plus que {families}"
    ),
    "SystemCallFilter lets in calls that the gateway never makes": (
        "SystemCallFilter admet des appels que la passerelle ne fait jamais"
    ),
    "{name} names no file that is there: TLS offers every group that OpenSSL knows": (
        "{name} ne nomme aucun fichier existant : TLS propose tous les groupes que connaît OpenSSL"
    ),
    "IPAddressAllow lets in every address, so IPAddressDeny denies none": (
        "IPAddressAllow admet toute adresse, donc IPAddressDeny n'en refuse aucune"
    ),
    "Remove {lines}, then systemctl daemon-reload and systemctl restart gateway.": (
        "Supprimez {lines}, puis exécutez systemctl daemon-reload et systemctl restart gateway."
    ),
    "{line} from {file}": "{line} de {file}",
    "Put {name} in {file} as this version's own unit has it, then systemctl daemon-reload and systemctl "
    "restart gateway.": (
        "Mettez {name} dans {file} comme dans l'unité de cette version, puis exécutez systemctl "
        "daemon-reload et systemctl restart gateway."
    ),
    "{count} names": "{count} noms",
    "empty": "vide",
    "every reader is busy": "tous les processus qui lisent le courrier sont occupés",
    "no reader's process comes up": "aucun processus qui lit le courrier ne démarre",
    "the kernel does not grant readers {missing}: see gateway check": (
        "le noyau n'accorde pas {missing} aux processus qui lisent le courrier : voyez gateway check"
    ),
    "the readers are closing": "les processus qui lisent le courrier s'arrêtent",
    "the reader has a fault": "le processus qui lit le courrier a un défaut",
    "the time was up, but the machine gave the process too little of it": (
        "le délai est écoulé, mais la machine a donné trop peu de temps au processus"
    ),
    "{one} and {other}": "{one} et {other}",
    "{unit}: {detail}": "{unit} : {detail}",
}
