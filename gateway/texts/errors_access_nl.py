"""Errors and warnings on who may open which file, in Dutch, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "{detail}; so with {keys}": "{detail}; zo ook {keys}",
    "the user of the gateway may read all that the configuration names": (
        "de gebruiker van de gateway mag alles lezen wat in de configuratie staat"
    ),
    "Put it there, or correct {key}.": "Zet het daar, of verbeter {key}.",
    "{who} may not enter {folder}, and so not read {file}, which {key} names": (
        "{who} mag niet in {folder}, en dus {file} niet lezen, dat in {key} staat"
    ),
    "{who} may not write {file}, which {key} names": "{who} mag niet schrijven in {file}, dat in {key} staat",
    "{who} may not read {file}, which {key} names": "{who} mag {file} niet lezen, dat in {key} staat",
    "Run {command}.": "Voer {command} uit.",
    "The disk is read-only: see `mount` and `dmesg`, and mount it writable again.": (
        "De schijf is alleen-lezen: kijk met `mount` en `dmesg`, en koppel ze weer beschrijfbaar aan."
    ),
    "Its mode is right: look with getfacl {file} and lsattr {file} at what else forbids it.": (
        "De rechten zijn goed: kijk met getfacl {file} en lsattr {file} wat het nog verbiedt."
    ),
    "Run {command}, and write {file} in {key}.": "Voer {command} uit, en schrijf {file} in {key}.",
    "Run install -d -m 700 -o {who} -g {group} {folder}.": (
        "Voer install -d -m 700 -o {who} -g {group} {folder} uit."
    ),
    "{folder} may not be read by {who}": "{who} mag {folder} niet lezen",
    "Move it away, or name another place under ledger.": (
        "Verplaats het, of noem een andere plaats onder ledger."
    ),
    "Run chown {who}:{group} {folder}.": "Voer chown {who}:{group} {folder} uit.",
    "{file}, which {key} names, is not there": "{file}, dat in {key} staat, is er niet",
    "{file}, which {key} names, holds no readable PEM certificates": (
        "{file}, dat in {key} staat, bevat geen leesbare PEM-certificaten"
    ),
    "{file}, which {key} names, cannot be read: {reason}": (
        "{file}, dat in {key} staat, kan niet gelezen worden: {reason}"
    ),
    "{key} does not belong to the certificate {certificate}": (
        "{key} hoort niet bij het certificaat {certificate}"
    ),
    "{certificate} and {key} are not a PEM certificate and its PEM key": (
        "{certificate} en {key} zijn geen PEM-certificaat met zijn PEM-sleutel"
    ),
    "Move what is in {folder} to /etc/gateway.": "Verplaats wat in {folder} staat naar /etc/gateway.",
}
