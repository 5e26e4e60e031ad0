"""Errors and warnings on the accounts and log-ins of the console, in Dutch, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "{file} cannot be read: {reason}. Let the console's user own it.": (
        "{file} kan niet gelezen worden: {reason}. Maak de gebruiker van de console er eigenaar van."
    ),
    "{file} holds no accounts. Make them with gateway console account.": (
        "{file} bevat geen accounts. Maak ze met gateway console account."
    ),
    "The password is too short. Take at least {least} characters.": (
        "Het wachtwoord is te kort. Neem minstens {least} tekens."
    ),
    "The name is no plain name. Take letters, digits, full stops and hyphens.": (
        "De naam is geen gewone naam. Neem letters, cijfers, punten en koppeltekens."
    ),
    "There is no account {name}. gateway console accounts lists them.": (
        "Er is geen account {name}. gateway console accounts toont ze."
    ),
    "{file} cannot be written: {reason}.": "{file} kan niet geschreven worden: {reason}.",
    "{file} is open to group or others. Run chmod 600 {file}.": (
        "{file} staat open voor groep of anderen. Voer chmod 600 {file} uit."
    ),
    "{file} cannot be read: {reason}.": "{file} kan niet gelezen worden: {reason}.",
    "{file} holds no secret. Write it there on one line.": (
        "{file} bevat geen geheim. Schrijf het er op één regel in."
    ),
    "{file} holds no authorities. Name a file of them in PEM.": (
        "{file} bevat geen certificaatautoriteiten. Noem een bestand ervan in PEM."
    ),
}
