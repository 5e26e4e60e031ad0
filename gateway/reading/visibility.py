"""What of an HTML page a person would see: CSS in the small that mail programs honour.

Hidden text is the oldest way to carry words past a reader, so whatever a style hides is not read.
Style sheets and style attributes are parsed by tinycss2; only what hides is understood.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class HiddenNames:
    """Classes, ids and tags that the page's style sheets hide."""

    classes: frozenset[str]
    ids: frozenset[str]
    tags: frozenset[str]


def hidden_names(sheets: Iterable[str]) -> HiddenNames:
    """What the given style sheets hide by a simple selector (class, id or tag, the last one of each)."""
    found: dict[str, set[str]] = {".": set(), "#": set(), "": set()}
    for sheet in sheets:
        for rule in tinycss2.parse_stylesheet(sheet[:MAX_STYLE_CHARACTERS], True, True):
            if isinstance(rule, tinycss2.ast.QualifiedRule) and _hides(_declarations(rule.content)):
                _note_selectors(tinycss2.serialize(rule.prelude), found)
    return HiddenNames(frozenset(found["."]), frozenset(found["#"]), frozenset(found[""]))


def _note_selectors(prelude: str, found: dict[str, set[str]]) -> None:
    for selector in prelude.split(","):
        last = selector.split()[-1:] or [""]
        for mark in (".", "#"):
            _, found_mark, name = last[0].partition(mark)
            if found_mark:
                found[mark].add(name.split(":")[0].lower())
                break
        else:
            found[""].add(last[0].lower())


def is_hidden(element: etree._Element, names: HiddenNames, *, on_colour: bool) -> bool:
    """Whether ``element`` and all in it stay unseen; ``on_colour``: a coloured ground lies beneath it."""
    tag = str(element.tag).lower()
    if tag in _DROPPED_TAGS or tag in names.tags or "hidden" in element.attrib:
        return True
    if element.get("id", "").lower() in names.ids:
        return True
    if any(name.lower() in names.classes for name in (element.get("class") or "").split()):
        return True
    style = declared_style(element)
    return _hides(style) or (not on_colour and _is_white(style.get("color", element.get("color", ""))))


def has_colour(element: etree._Element) -> bool:
    """Whether ``element`` lays a ground that is not white, on which white text can be read."""
    style = declared_style(element)
    ground = style.get("background-color") or style.get("background") or element.get("bgcolor") or ""
    return ground not in ("", "none", "inherit", "initial") and not _is_white(ground.split(" ")[0])


def declared_style(element: etree._Element) -> Mapping[str, str]:
    """The element's own style attribute: lower-case property to lower-case value without blanks around."""
    text = element.get("style", "")
    return _declarations(tinycss2.parse_component_value_list(text[:MAX_STYLE_CHARACTERS])) if text else {}


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
