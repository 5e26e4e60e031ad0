"""How the cells of an Excel workbook look: number formats, and what nobody sees."""

from dataclasses import dataclass

from gateway.attachments.number_format import as_date, as_shown, is_date_format
from gateway.attachments.xmlparts import Element, attribute, below, child, local

_BUILT_IN = {1: "0", 49: "@"}
_HIDING_CODE = ";;;"
_NO_FILL = ("", "none")


@dataclass(frozen=True, slots=True)
class Formats:
    """By cell style number: the code of its number format. ``dates`` and ``hidden`` are style numbers."""

    codes: tuple[str, ...] = ()
    dates: frozenset[int] = frozenset()
    hidden: frozenset[int] = frozenset()

    def shown(self, raw: str, style: int) -> str:
        """The number ``raw`` as a cell of ``style`` shows it."""
        if style in self.dates:
            return as_date(raw)
        return as_shown(raw, self.codes[style] if style < len(self.codes) else "")


def formats_of(sheet: Element | None) -> Formats:
    """The formats in a workbook's style part; None, and there are none."""
    cells = None if sheet is None else child(sheet, "cellXfs")
    if sheet is None or cells is None:
        return Formats()
    codes = _BUILT_IN | {
        _number(format_, "numFmtId"): attribute(format_, "formatCode") for format_ in _list(sheet, "numFmts")
    }
    unseen = [_is_unseen(font) for font in _list(sheet, "fonts")]
    bare = [_is_bare(fill) for fill in _list(sheet, "fills")]
    styles = [(_number(s, "numFmtId"), _number(s, "fontId"), _number(s, "fillId")) for s in cells]
    shown = tuple(codes.get(number, "") for number, _, _ in styles)
    return Formats(
        shown,
        frozenset(i for i, (number, _, _) in enumerate(styles) if is_date_format(number, shown[i])),
        frozenset(
            i
            for i, (_, font, fill) in enumerate(styles)
            if shown[i].startswith(_HIDING_CODE)
            or (font < len(unseen) and unseen[font] == "struck")
            or (font < len(unseen) and unseen[font] == "white" and (fill >= len(bare) or bare[fill]))
        ),
    )


def _list(sheet: Element, name: str) -> list[Element]:
    found = child(sheet, name)
    return [] if found is None else list(found)


def _is_unseen(font: Element) -> str:
    """Why letters in this font may stay unseen: ``struck``, ``white`` or nothing."""
    if any(local(said) == "strike" and attribute(said, "val", "1") not in ("0", "false") for said in font):
        return "struck"
    colour = child(font, "color")
    if colour is None:
        return ""
    # Theme colour 0 is the theme's ground: white.
    white = attribute(colour, "rgb").upper().endswith("FFFFFF") or attribute(colour, "theme") == "0"
    return "white" if white and attribute(colour, "tint", "0") == "0" else ""


def _is_bare(fill: Element) -> bool:
    pattern = below(fill, "patternFill")
    return child(fill, "gradientFill") is None and (
        pattern is None or attribute(pattern, "patternType") in _NO_FILL
    )


def _number(element: Element, name: str) -> int:
    text = attribute(element, name)
    return int(text) if text.isdecimal() and len(text) < 10 else 0
