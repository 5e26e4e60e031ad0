"""Errors and warnings on the accounts and log-ins of the console, in French, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "{file} cannot be read: {reason}. Let the console's user own it.": (
        "{file} ne peut pas être lu : {reason}. Rendez-en propriétaire l'utilisateur de la console."
    ),
    "{file} holds no accounts. Make them with gateway console account.": (
        "{file} ne contient pas de comptes. Créez-les avec gateway console account."
    ),
    "The password is too short. Take at least {least} characters.": (
        "Le mot de passe est trop court. Prenez au moins {least} caractères."
    ),
    "The name is no plain name. Take letters, digits, full stops and hyphens.": (
        "Le nom n'est pas un nom simple. Prenez des lettres, des chiffres, des points et des traits d'union."
    ),
    "There is no account {name}. gateway console accounts lists them.": (
        "Il n'y a pas de compte {name}. gateway console accounts les énumère."
    ),
    "{file} cannot be written: {reason}.": "{file} ne peut pas être écrit : {reason}.",
    "{file} is open to group or others. Run chmod 600 {file}.": (
        "{file} est ouvert au groupe ou à d'autres. Lancez chmod 600 {file}."
    ),
    "{file} cannot be read: {reason}.": "{file} ne peut pas être lu : {reason}.",
    "{file} holds no secret. Write it there on one line.": (
        "{file} ne contient pas de secret. Écrivez-l'y sur une ligne."
    ),
    "{file} holds no authorities. Name a file of them in PEM.": (
        "{file} ne contient pas d'autorités de certification. Indiquez-en un fichier en PEM."
    ),
}
