"""Invented people's names, by the cultures one meets in the Pajottenland."""

import random
from dataclasses import dataclass


@dataclass(frozen=True)
class Culture:
    """First names of women and of men, and last names."""

    women: tuple[str, ...]
    men: tuple[str, ...]
    last: tuple[str, ...]


def _words(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|"))


CULTURES: dict[str, Culture] = {
    "flemish": Culture(
        _words("Els|Liesbeth|Ann-Sofie|Griet|Hilde|Marijke|Veerle|Nele|Saskia|Fien|Jolien|Evelien"),
        _words("Koen|Wim|Pieter-Jan|Geert|Dirk|Joris|Stijn|Bavo|Ruben|Kobe|Filip|Gunther"),
        _words(
            "Peeters|De Smet|Van den Broeck|Vandenbossche|Claes|D'Haese|Van der Auwera|Wouters|De Clercq|"
            "T'Sas|Goossens-Maes|Vanderstraeten|De Backer|Van Cutsem|Walravens|Schoonjans|Ghysels"
        ),
    ),
    "walloon": Culture(
        _words("Amélie|Océane|Marie-Hélène|Gaëlle|Noémie|Françoise|Ludivine|Maïté"),
        _words("Benoît|Jean-François|Thibault|Grégory|Loïc|Cédric|Rémi|Aurélien"),
        _words(
            "Dubois|Lefèvre|Delcourt|Henrard|d'Oultremont|Dewandre|Petitjean|Van Hamme|Noël|Bastin|Pirlot"
        ),
    ),
    "moroccan": Culture(
        _words("Fatima-Zahra|Khadija|Naïma|Ikram|Hafsa|Soumaya|Ghizlane|Loubna"),
        _words("Abdelkrim|Mohamed|Ilyas|Redouane|Soufiane|Noureddine|Ayoub|Hicham"),
        _words(
            "El Khattabi|Bouzid|Ben Haddou|Aït Ouali|Chakir|El Moussaoui|Benslimane|Azzouzi|Ouchan|Tahiri"
        ),
    ),
    "turkish": Culture(
        _words("Zeynep|Gülsüm|Esra|Büşra|Şeyma|Nurcan|Özlem|Tuğba"),
        _words("Emre|Hüseyin|Uğur|Serkan|Çağlar|Mustafa|İsmail|Kerem"),
        _words("Yılmaz|Kaya|Şahin|Çelik|Aydoğan|Koç|Güneş|Bozkurt|Erdoğdu|Karataş"),
    ),
    "polish": Culture(
        _words("Małgorzata|Katarzyna|Beata|Wioletta|Zofia|Jolanta|Iwona|Grażyna"),
        _words("Paweł|Krzysztof|Wojciech|Łukasz|Zbigniew|Grzegorz|Mirosław"),
        _words("Wiśniewska|Wójcik|Kowalczyk|Szczepańska|Łuczak|Nowak-Duda|Jabłońska|Pawlak|Świątek"),
    ),
    "romanian": Culture(
        _words("Ionela|Andreea|Ştefania|Mădălina|Roxana|Camelia|Lăcrămioara"),
        _words("Bogdan|Ionuț|Vasile|Cătălin|Dragoș|Marius|Răzvan"),
        _words("Ionescu|Munteanu|Ciobanu|Rădulescu|Dumitraşcu|Țăranu|Stănescu|Lupu"),
    ),
    "congolese": Culture(
        _words("Bénédicte|Mireille|Chancelle|Divine|Nsimba|Marie-Claire|Ruth"),
        _words("Dieudonné|Trésor|Christian|Papy|Fiston|Héritier|Jean-Pierre"),
        _words("Kabongo|Tshibangu|Mbuyi|Lukusa|Ngalula|Mwamba|Kasongo|Nzuzi|Luzolo"),
    ),
    "syrian": Culture(
        _words("Rasha|Hanan|Ghada|Nour|Rima|Lubna|Wafaa"),
        _words("Firas|Basel|Anas|Mazen|Yazan|Louay|Bashar"),
        _words("Al-Masri|Haddad|Al Hamwi|Kassem|Darwish|Al-Khatib|Sabbagh|Najjar|Barakat"),
    ),
    "portuguese": Culture(
        _words("Inês|Conceição|Patrícia|Luísa|Graça|Mafalda|Sónia"),
        _words("João|Nuno|Gonçalo|Tiago|Rui|Luís|Simão"),
        _words("da Silva|Gonçalves|dos Santos|Araújo|Magalhães|Simões|Falcão|de Sousa|Marçal"),
    ),
    "vietnamese": Culture(
        _words("Linh|Hương|Thảo|Ngọc|Phương|Yến|Hằng"),
        _words("Minh|Tuấn|Dũng|Quang|Hải|Khoa|Phúc"),
        _words("Nguyễn|Trần|Phạm|Đặng|Võ|Lê|Hoàng"),
    ),
    "armenian": Culture(
        _words("Anahit|Narine|Gohar|Hasmik|Lusine"),
        _words("Armen|Tigran|Vardan|Hovhannes|Gevorg"),
        _words("Hakobyan|Sargsyan|Grigoryan|Ter-Petrosyan|Avetisyan"),
    ),
}

LONG_LAST: dict[str, tuple[str, ...]] = {
    "portuguese": _words("Costa Pereira|Ferreira de Almeida|Nunes Baptista"),
    "congolese": _words("Kabongo wa Mulumba|Tshimanga Ilunga"),
    "vietnamese": _words("Nguyễn Thị|Trần Lê"),
    "flemish": _words("Van de Velde|Van 't Hof|De Coninck de Merckem"),
    "syrian": _words("Al Haj Ali|Abou Daher"),
}

WORDLIKE = _words("De Kinder|Vaders|Bakkers|De Muynck|Zondervan|Van Straten|De Bruid|Meesters|Van Huffel")

CHILDREN = _words(
    "Lowie|Nisrine|Bilal|Chloë|Matteo|Fleur|Amira|Jadon|Aleksy|Elyas|Merel|Kiara|Siebren|Sohaib|"
    "Yaraly|Daniëlla|Thiebe|Maëlys|Ezrah|Ottilie"
)


def pick_name(rng: random.Random, culture: str, woman: bool, long_last: bool) -> tuple[str, str]:
    """A first and a last name; the last name of several words when asked for."""
    source = CULTURES[culture]
    first = rng.choice(source.women if woman else source.men)
    last = rng.choice(LONG_LAST[culture] if long_last and culture in LONG_LAST else source.last)
    return first, last
