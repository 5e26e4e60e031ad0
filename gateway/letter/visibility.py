"""What of an HTML page a person would see: CSS in the small that mail programs honour.

Hidden text is the oldest way to carry words past a reader, so whatever a style hides is not read.
Style sheets and style attributes are parsed by tinycss2; only what hides is understood.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import tinycss2
import tinycss2.ast
from lxml import etree

_DROPPED_TAGS = frozenset(
    "applet audio base button canvas del embed frame frameset head iframe img input link map math meta "
    "noembed noframes noscript object option param s script select source strike style svg template "
    "textarea title track video xml".split()
)
_WHITE = frozenset(("white", "#fff", "#ffffff", "rgb(255,255,255)", "transparent"))
_ZERO_LENGTHS = frozenset(("0", "0px", "0pt", "0em", "0%", "0cm", "0in", "1px", ".1px", "0.1px", "1pt"))
_SMALL = frozenset(("font-size", "height", "max-height", "width", "max-width", "line-height"))
_OFF_PAGE = -300
MAX_STYLE_CHARACTERS = 200_000
_LONG_STYLE = 500


@dataclass(frozen=True, slots=True)
class Names:
    """Classes, ids and tags, in lower case."""

    classes: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()

    def hold(self, element: etree._Element) -> bool:
        """Whether ``element`` bears one of the names."""
        if str(element.tag).lower() in self.tags or element.get("id", "").lower() in self.ids:
            return True
        return bool(self.classes) and any(
            name.lower() in self.classes for name in element.get("class", "").split()
        )


@dataclass(frozen=True, slots=True)
class Sheets:
    """What the style sheets of a page hide, write in white, and lay a coloured ground under."""

    hidden: Names = Names()
    white: Names = Names()
    coloured: Names = Names()


def read_sheets(sheets: Iterable[str]) -> Sheets:
    """What the given style sheets do by a simple selector (class, id or tag, the last one of each)."""
    rules = [
        (tinycss2.serialize(rule.prelude), _declarations(rule.content))
        for sheet in sheets
        for rule in _rules(tinycss2.parse_stylesheet(sheet[:MAX_STYLE_CHARACTERS], True, True))
    ]
    return Sheets(
        _names([prelude for prelude, style in rules if _hides(style)]),
        _names([prelude for prelude, style in rules if _is_white(style.get("color", ""))]),
        _names([prelude for prelude, style in rules if _lays_colour(style, "")]),
    )


def _rules(nodes: list[tinycss2.ast.Node]) -> Iterator[tinycss2.ast.QualifiedRule]:
    """The rules that hold on a screen of any width; ``@media`` is looked into once."""
    for node in nodes:
        if isinstance(node, tinycss2.ast.QualifiedRule):
            yield node
        elif isinstance(node, tinycss2.ast.AtRule) and node.lower_at_keyword == "media" and node.content:
            condition = tinycss2.serialize(node.prelude).lower()
            if "print" not in condition and "width" not in condition:
                inner = tinycss2.parse_rule_list(node.content, True, True)
                yield from (rule for rule in inner if isinstance(rule, tinycss2.ast.QualifiedRule))


def _names(preludes: list[str]) -> Names:
    found: dict[str, set[str]] = {".": set(), "#": set(), "": set()}
    for prelude in preludes:
        for selector in prelude.split(","):
            _note_last(selector.split()[-1:], found)
    return Names(frozenset(found["."]), frozenset(found["#"]), frozenset(found[""]))


def _note_last(last: list[str], found: dict[str, set[str]]) -> None:
    for simple in last:
        mark = next((mark for mark in (".", "#") if mark in simple), "")
        name = simple.partition(mark)[2] if mark else simple
        found[mark].add(name.split(":")[0].lower())


def is_hidden(element: etree._Element, sheets: Sheets, *, on_colour: bool) -> bool:
    """Whether ``element`` and all in it stay unseen; ``on_colour``: a coloured ground lies beneath it."""
    if str(element.tag).lower() in _DROPPED_TAGS or "hidden" in element.attrib or sheets.hidden.hold(element):
        return True
    style = declared_style(element)
    colour = style.get("color", element.get("color", ""))
    white = _is_white(colour) if colour else sheets.white.hold(element)
    return _hides(style) or (white and not on_colour)


def has_colour(element: etree._Element, sheets: Sheets) -> bool:
    """Whether ``element`` lays a ground that is not white, on which white text can be read."""
    return _lays_colour(declared_style(element), element.get("bgcolor") or "") or sheets.coloured.hold(
        element
    )


def _lays_colour(style: Mapping[str, str], fallback: str) -> bool:
    ground = style.get("background-color") or style.get("background") or fallback
    return ground not in ("", "none", "inherit", "initial") and not _is_white(ground.split(" ")[0])


def declared_style(element: etree._Element) -> Mapping[str, str]:
    """The element's own style attribute: lower-case property to lower-case value without blanks around."""
    text = element.get("style", "")
    return (_style_seen_before if len(text) < _LONG_STYLE else _style_of)(text) if text else {}


def _style_of(text: str) -> Mapping[str, str]:
    return _declarations(tinycss2.parse_component_value_list(text[:MAX_STYLE_CHARACTERS]))


# Programs write the same few styles on every line of a page.
_style_seen_before = lru_cache(maxsize=512)(_style_of)


def _declarations(content: list[tinycss2.ast.Node]) -> dict[str, str]:
    return {
        node.lower_name: tinycss2.serialize(node.value).strip().lower()
        for node in tinycss2.parse_declaration_list(content, True, True)
        if isinstance(node, tinycss2.ast.Declaration)
    }


def _hides(style: Mapping[str, str]) -> bool:
    if style.get("display") == "none" or style.get("visibility") in ("hidden", "collapse"):
        return True
    if style.get("mso-hide") == "all" or style.get("opacity") in ("0", "0.0", "0%"):
        return True
    if any(style.get(name, "").replace(" ", "") in _ZERO_LENGTHS for name in _SMALL):
        return _is_text_size(style)
    if any(
        _length(style.get(name, "")) < _OFF_PAGE for name in ("left", "top", "text-indent", "margin-left")
    ):
        return True
    return "line-through" in style.get("text-decoration", "") or "clip" in style


def _length(value: str) -> float:
    number = value.rstrip("abcdefghijklmnopqrstuvwxyz% ")
    try:
        return float(number)
    except ValueError:
        return 0.0


def _is_text_size(style: Mapping[str, str]) -> bool:
    if style.get("font-size", "").replace(" ", "") in _ZERO_LENGTHS:
        return True
    return style.get("overflow") == "hidden"


def _is_white(value: str) -> bool:
    return value.replace(" ", "").lower() in _WHITE
