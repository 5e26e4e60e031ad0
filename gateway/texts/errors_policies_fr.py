"""Errors and warnings on policies and what is expected of them, in French, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "{wrong}: {folder}": "{wrong} : {folder}",
    "No policy of this size was ever read.": "Aucune politique de cette taille n'a jamais été lue.",
    "Read both GUIDs off a labelled mail from the sender: `gateway explain SAMPLE.eml`.": (
        "Relevez les deux GUID dans un mail étiqueté de l'expéditeur : `gateway explain SAMPLE.eml`."
    ),
    "the label's tenant is not filled in": "le tenant de l'étiquette n'est pas encore indiqué",
    "the label's id is not filled in": "l'id de l'étiquette n'est pas encore indiqué",
    "the street list {file}: {wrong}": "la liste des rues {file} : {wrong}",
    "the street list is empty or holds a line that is no street": (
        "la liste des rues est vide ou contient une ligne qui n'est pas une rue"
    ),
    "One street a line, up to {most} characters.": "Écrivez une rue par ligne, de {most} caractères au plus.",
    "the policies' folder cannot be read": "le dossier des politiques ne peut pas être lu",
    "Check `policies` in the configuration, or make the folder.": (
        "Vérifiez `policies` dans la configuration, ou créez le dossier."
    ),
    "Put one file for each protocol in it, its name ending in .yaml or .yml.": (
        "Mettez-y un fichier par protocole, dont le nom se termine par .yaml ou .yml."
    ),
    "no policy in this folder": "aucune politique dans ce dossier",
    "the same protocol as in {place}": "le même protocole que dans {place}",
    "Give each its own name.": "Donnez à chacun son propre nom.",
    "the same recipient as in {place}": "le même destinataire que dans {place}",
    "Keep each recipient in one policy.": "Mettez chaque destinataire dans une seule politique.",
    "Write it as name@domain, in ASCII.": "Écrivez nom@domaine, en ASCII.",
    "Write {unknown}; then `gateway explain SAMPLE.eml` shows it.": (
        "Écrivez {unknown} ; `gateway explain SAMPLE.eml` le montre alors."
    ),
    "no address pattern": "ceci n'est pas un modèle d'adresse",
    'Write "name@domain" or "*@domain".': 'Écrivez "nom@domaine" ou "*@domaine".',
    "{what} is no GUID": "{what} n'est pas un GUID",
    "{what} stands in braces": "{what} est écrit entre accolades",
    "{what} lacks its hyphens": "{what} est écrit sans traits d'union",
    "Write it as 8-4-4-4-12 digits.": "Écrivez-le en groupes de 8-4-4-4-12 chiffres.",
    "Write {unknown} until you have it.": "Écrivez {unknown} en attendant de l'avoir.",
    "the protocol's name is no plain word": "le nom du protocole n'est pas un mot simple",
    "Use letters, digits, hyphens, at most 64.": (
        "Utilisez des lettres, des chiffres et des traits d'union, 64 au plus."
    ),
    '"suspended" is no reason': '"suspended" n\'est pas un motif',
    "Write one line of at most {most} characters, or null to resume.": (
        "Écrivez une ligne de {most} caractères au plus, ou null pour reprendre."
    ),
    "no mail address": "ceci n'est pas une adresse mail",
    "neither a SHA-256 fingerprint nor a DNS name": "ceci n'est ni une empreinte SHA-256 ni un nom DNS",
    "Write 64 hexadecimal digits or a host name.": "Écrivez 64 chiffres hexadécimaux ou un nom de serveur.",
    "no full PGP fingerprint": "ceci n'est pas une empreinte PGP complète",
    "Write its 40 hexadecimal digits, from `gpg --fingerprint`.": (
        "Écrivez les 40 chiffres hexadécimaux qu'affiche `gpg --fingerprint`."
    ),
    "the tenant": "le tenant",
    "the label's id": "l'id de l'étiquette",
    "no data that can pass": "cette donnée ne peut pas passer",
    "Remove it: {names} can. All else is left behind, and its kind is told.": (
        "Supprimez-la : seules {names} passent. Le reste est laissé de côté, et sa nature est signalée."
    ),
    '"dpo" is no mail address': '"dpo" n\'est pas une adresse mail',
    "an empty place name": "un nom de lieu vide",
    '"suspended" takes a reason': '"suspended" demande un motif',
    "Write it in quotes.": "Écrivez-le entre guillemets droits.",
    '"suspended" takes a reason or null': '"suspended" demande un motif ou null',
    "Write null for a protocol that is in force.": "Écrivez null pour un protocole en vigueur.",
    '"until" lies before "from"': '"until" précède "from"',
    "Exchange the two dates.": "Échangez les deux dates.",
    '"allow" is empty': '"allow" est vide',
    'List who may send, as "*@domain".': 'Indiquez qui peut envoyer, comme "*@domaine".',
    "Add certificates: [FINGERPRINT].": "Ajoutez certificates: [EMPREINTE].",
    "no certificate is listed": "aucun certificat n'est sur la liste",
    '"accept" is empty, so nothing could pass': '"accept" est vide, donc rien ne pourrait passer',
    "List a label's tenant and id.": "Indiquez le tenant et l'id d'une étiquette.",
    "List the data the protocol names.": "Indiquez les données que nomme le protocole.",
    "a field is here twice": "un champ figure deux fois",
    "an empty list can never be met": "une liste vide ne peut jamais être satisfaite",
    "{names} is required but not allowed": "{names} est exigé mais pas autorisé",
    "Allow it, or write require without it.": "Mettez-le dans allow, ou écrivez require sans cela.",
    "Write a number of days, or null to keep it.": "Écrivez un nombre de jours, ou null pour tout garder.",
    "no Belgian postcode": "ceci n'est pas un code postal belge",
    'Write four digits: "1670".': 'Écrivez quatre chiffres : "1670".',
    "a postcode without a place": "un code postal sans lieu",
    "List its places.": "Indiquez ses lieux.",
    "is no code of a finding": "n'est pas un code de constatation",
    "Take one that gateway explain prints.": "Prenez-en un qu'affiche gateway explain.",
    "ok       {name}": "ok       {name}",
    "differs  {name}: {wrong}": "diffère  {name} : {wrong}",
    "this folder is not there. Make it, and put NAME.eml and NAME.yaml in it.": (
        "ce dossier n'existe pas. Créez-le, et mettez-y NOM.eml et NOM.yaml."
    ),
    "no NAME.eml in this folder. Put one there for each expectation.": (
        "pas de NOM.eml dans ce dossier. Mettez-en un pour chaque attente."
    ),
    "{file} is missing. Write in it what must become of {mail}.": (
        "{file} manque. Écrivez-y ce que doit devenir {mail}."
    ),
    "{verdict}, not {wanted}": "{verdict}, et non {wanted}",
    "without {code}": "sans {code}",
    "with {code}": "avec {code}",
}
