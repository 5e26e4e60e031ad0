"""What of an OpenDocument file is formatted so that nobody sees it: hidden, struck, white."""

from dataclasses import dataclass

from gateway.attachments.xmlparts import Element, attribute, child, local, with_heirs

_NO_GROUND = ("", "transparent", "#ffffff")


@dataclass(frozen=True, slots=True)
class Looks:
    """The names of the styles that hide what they are put on, each as ``family/name``."""

    hidden: frozenset[str]

    def hides(self, element: Element) -> bool:
        """Whether ``element`` and all in it stay unseen."""
        if (
            attribute(element, "display") in ("none", "condition")
            or attribute(element, "is-hidden") == "true"
        ):
            return True
        return f"{_family(local(element))}/{attribute(element, 'style-name')}" in self.hidden


def looks_of(content: Element, styles: Element | None) -> Looks:
    """What the styles of both parts hide, those that build on a hidden one too."""
    roots = (content,) if styles is None else (content, styles)
    found = [style for root in roots for group in root for style in group if local(style) == "style"]
    bases = {
        _name(style): f"{attribute(style, 'family')}/{attribute(style, 'parent-style-name')}"
        for style in found
    }
    return Looks(with_heirs((_name(style) for style in found if _hides(style)), bases))


def _family(name: str) -> str:
    match name:
        case "p" | "h":
            return "paragraph"
        case "table" | "section":
            return name
        case "table-cell":
            return "table-cell"
    return "text"


def _name(style: Element) -> str:
    return f"{attribute(style, 'family')}/{attribute(style, 'name')}"


def _hides(style: Element) -> bool:
    text = child(style, "text-properties")
    table = child(style, "table-properties")
    section = child(style, "section-properties")
    if table is not None and attribute(table, "display") == "false":
        return True
    if section is not None and attribute(section, "display") == "none":
        return True
    return text is not None and _hides_text(style, text)


def _hides_text(style: Element, text: Element) -> bool:
    if attribute(text, "display") == "none":
        return True
    if attribute(text, "text-line-through-style", "none") != "none":
        return True
    if attribute(text, "color").lower() != "#ffffff":
        return False
    grounds = [attribute(properties, "background-color").lower() for properties in style]
    return all(ground in _NO_GROUND for ground in grounds)
