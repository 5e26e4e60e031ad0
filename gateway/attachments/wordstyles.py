"""What of a Word document is formatted so that nobody sees it: hidden, struck, white, tiny."""

from gateway.attachments.xmlparts import Element, attribute, below, child, local, with_heirs

_OFF = frozenset(("0", "false", "off", "none"))
_NO_GROUND = frozenset(("", "auto", "ffffff"))
_TINY_HALF_POINTS = frozenset(("0", "1", "2"))


def hidden_styles(sheet: Element | None) -> frozenset[str]:
    """The ids of the styles whose text is hidden, by themselves or by the style they build on."""
    if sheet is None:
        return frozenset()
    styles = {attribute(style, "styleId"): style for style in sheet if local(style) == "style"}
    bases = {
        name: attribute(base, "val")
        for name, style in styles.items()
        if (base := child(style, "basedOn")) is not None and below(style, "rPr", "vanish") is None
    }
    return with_heirs((name for name, style in styles.items() if _hides(child(style, "rPr"))), bases)


def is_hidden_run(properties: Element | None, styles: frozenset[str]) -> bool:
    """Whether a run with these properties stays unseen; ``styles`` are the hidden ones."""
    if properties is None:
        return False
    style, vanish = child(properties, "rStyle"), child(properties, "vanish")
    inherited = style is not None and attribute(style, "val") in styles
    return _hides(properties) or (inherited and vanish is None)


def is_white(properties: Element | None) -> bool:
    """Whether a run's letters are white, without a ground of its own to stand out against."""
    colour = None if properties is None else child(properties, "color")
    if colour is None or attribute(colour, "val").lower() != "ffffff":
        return False
    return not is_shaded(properties) and child(properties, "highlight") is None  # type: ignore[arg-type]


def is_shaded(properties: Element | None) -> bool:
    """Whether a run, paragraph, cell or table lays a ground that is not white."""
    ground = None if properties is None else child(properties, "shd")
    return ground is not None and attribute(ground, "fill").lower() not in _NO_GROUND


def on(toggle: Element | None) -> bool:
    """Whether an on-off property is present and not switched off (ECMA-376 part 1, 17.17.4)."""
    return toggle is not None and attribute(toggle, "val").lower() not in _OFF


def _hides(properties: Element | None) -> bool:
    if properties is None:
        return False
    size = child(properties, "sz")
    return any(on(child(properties, name)) for name in ("vanish", "strike", "dstrike")) or (
        size is not None and attribute(size, "val") in _TINY_HALF_POINTS
    )
