"""Pages out of templates: every value escaped, every word from the catalogue of the visitor's language."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache, partial
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from gateway.console.menu import MENU
from gateway.console.visit import Visit
from gateway.localtime import zone_name
from gateway.reports.blocks import opened
from gateway.reports.table import reason_words
from gateway.texts import category_word, field_word, place_words
from gateway.texts.console import console_words
from gateway.texts.errors import spoken

_HERE = {f"{name}.html": path for path, name, _ in MENU}


@cache
def _templates() -> Environment:
    loader = PackageLoader("gateway.console", "templates")
    made = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters["opened"] = opened
    return made


def render(visit: Visit, template: str, status: int = 200, **facts: Any) -> HTMLResponse:
    """The page that ``template`` makes of ``facts``."""
    words = console_words(visit.language)
    shown: dict[str, Any] = {"visit": visit, "words": words, "menu": _menu(visit, words)}
    shown |= {
        "here": _HERE.get(template, ""),
        "csrf": visit.session.csrf if visit.session else "",
        "moment": moment,
        "zone": zone_name(),
        "minute": minute,
    }
    told = {
        "kind": category_word,
        "reason": reason_words,
        "place": place_words,
        "field": field_word,
        "spoken": spoken,
    }
    shown |= {name: partial(word, language=visit.language) for name, word in told.items()}
    page = _templates().get_template(template).render(shown | facts)
    return HTMLResponse(page, status)


def problem(visit: Visit, status: int, word: str) -> HTMLResponse:
    """A page that says in one sentence what is wrong, and what to do."""
    return render(visit, "problem.html", status, told=console_words(visit.language)[word])


def moment(when: datetime) -> str:
    """A moment on this machine's clock, to the second."""
    return f"{when.astimezone():%Y-%m-%d %H:%M:%S}"


def minute(when: datetime) -> str:
    """A moment in the installation's time zone, which it names, to the minute."""
    return f"{when.astimezone():%Y-%m-%d %H:%M %Z}"


def _menu(visit: Visit, words: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((path, words[f"menu_{name}"]) for path, name, right in MENU if right in visit.rights)
