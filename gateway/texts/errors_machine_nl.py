"""Errors and warnings on the machine, the unit and the sandbox, in Dutch, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "{time} UTC is before files here were written": (
        "{time} UTC is vroeger dan bestanden hier geschreven zijn"
    ),
    "Set the clock and keep it by NTP: periods, signatures and the ledger depend on it.": (
        "Zet de klok juist en houd haar juist met NTP: termijnen, handtekeningen en het register hangen "
        "ervan af."
    ),
    "{time} UTC is plausible": "{time} UTC is aannemelijk",
    "it is not set and this machine is in UTC: people's times are read and told in UTC": (
        "er is geen tijdzone ingesteld en deze machine staat op UTC: tijden worden in UTC gelezen en getoond"
    ),
    (
        "Write `timezone: Europe/Brussels` in the configuration: the 72 hours of a breach count from such a "
        "time."
    ): (
        "Schrijf `timezone: Europe/Brussels` in de configuratie: de 72 uur na een datalek tellen vanaf zo'n "
        "tijdstip."
    ),
    "{free} MB free for the ledger": "{free} MB vrij voor het register",
    "Make room: without it every mail is deferred.": "Maak plaats: anders wordt elke mail uitgesteld.",
    "Run a kernel of 5.13 or later with lsm=landlock among its security modules.": (
        "Gebruik een kernel vanaf 5.13 met lsm=landlock bij zijn beveiligingsmodules."
    ),
    "Install libseccomp2, and run a kernel with CONFIG_SECCOMP_FILTER.": (
        "Installeer libseccomp2, en gebruik een kernel met CONFIG_SECCOMP_FILTER."
    ),
    "Let the service set its own limits: no container or filter may refuse prlimit64.": (
        "Laat de dienst haar eigen grenzen stellen: geen container of filter mag prlimit64 weigeren."
    ),
    "Look into the service's limits: all mail is deferred.": (
        "Kijk de grenzen van de dienst na: alle mail wordt uitgesteld."
    ),
    "readers are confined by Landlock (ABI {abi}), seccomp and resource limits": (
        "de processen die mail lezen, zijn ingesloten door Landlock (ABI {abi}), seccomp en resourcelimieten"
    ),
    "the kernel does not confine readers by {missing}": (
        "de kernel sluit de processen die mail lezen niet in met {missing}"
    ),
    "{detail}, and {setting} allows that": "{detail}, en {setting} laat dat toe",
    "{remedy} Or write {setting}.": "{remedy} Of schrijf {setting}.",
    "Run systemctl cat {unit}, then systemctl daemon-reload and systemctl restart gateway.": (
        "Voer systemctl cat {unit} uit, en daarna systemctl daemon-reload en systemctl restart gateway."
    ),
    "not examined: no systemd answers here": "niet nagekeken: hier antwoordt geen systemd",
    "not examined: systemd has no {unit} that it can load": (
        "niet nagekeken: systemd heeft geen {unit} die het kan laden"
    ),
    "{unit}: its files were changed since systemd read them": (
        "{unit}: zijn bestanden zijn gewijzigd sinds systemd ze las"
    ),
    "{unit} is confined as it came": "{unit} is ingesloten zoals geleverd",
    "{confined}, and IPAddressDeny besides": "{confined}, en bovendien met IPAddressDeny",
    "it runs as root": "hij draait als root",
    "{name} is {found} and not {wanted}": "{name} is {found} en niet {wanted}",
    "RestrictAddressFamilies lets in more than {families}": (
        "RestrictAddressFamilies laat meer toe dan {families}"
    ),
    "SystemCallFilter lets in calls that the gateway never makes": (
        "SystemCallFilter laat aanroepen toe die de gateway nooit doet"
    ),
    "{name} names no file that is there: TLS offers every group that OpenSSL knows": (
        "{name} noemt geen bestand dat er is: TLS biedt elke groep aan die OpenSSL kent"
    ),
    "IPAddressAllow lets in every address, so IPAddressDeny denies none": (
        "IPAddressAllow laat elk adres toe, dus weert IPAddressDeny er geen enkel"
    ),
    "Remove {lines}, then systemctl daemon-reload and systemctl restart gateway.": (
        "Verwijder {lines}, en doe daarna systemctl daemon-reload en systemctl restart gateway."
    ),
    "{line} from {file}": "{line} uit {file}",
    "Put {name} in {file} as this version's own unit has it, then systemctl daemon-reload and systemctl "
    "restart gateway.": (
        "Zet {name} in {file} zoals in de eigen unit van deze versie, en doe daarna systemctl daemon-reload "
        "en systemctl restart gateway."
    ),
    "{count} names": "{count} namen",
    "empty": "leeg",
    "every reader is busy": "alle processen die mail lezen, zijn bezig",
    "no reader's process comes up": "geen enkel proces dat mail leest, komt op gang",
    "the kernel does not grant readers {missing}: see gateway check": (
        "de kernel geeft de processen die mail lezen geen {missing}: zie gateway check"
    ),
    "the readers are closing": "de processen die mail lezen, worden gestopt",
    "the reader has a fault": "het proces dat mail leest, heeft een fout",
    "the time was up, but the machine gave the process too little of it": (
        "de tijd was om, maar de machine gaf het proces te weinig rekentijd"
    ),
    "{one} and {other}": "{one} en {other}",
}
