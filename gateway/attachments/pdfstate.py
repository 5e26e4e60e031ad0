"""Graphics and text state of a PDF page (ISO 32000-1, 8.4 and 9.3), and how its fonts spell.

Matrices are the six numbers a, b, c, d, e, f.
"""

from dataclasses import dataclass, replace

from pypdf.generic import DictionaryObject

# The one decoder of fonts that pypdf has; the requirement is pinned for this import.
from pypdf.generic._font import Font

Matrix = tuple[float, ...]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_WHITE, _NO_INK = 0.95, 0.05


@dataclass(frozen=True, slots=True)
class Typeface:
    """A font, and whether what is written in it can be told at all."""

    font: Font
    readable: bool


@dataclass(frozen=True, slots=True)
class TextState:
    """How text is set (ISO 32000-1, 9.3)."""

    typeface: Typeface | None = None
    size: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0


@dataclass(frozen=True, slots=True)
class State:
    """What q saves and Q restores, as far as text depends on it."""

    matrix: Matrix
    text: TextState = TextState()
    white: bool = False


@dataclass(slots=True)
class Cursor:
    """Where the next letter stands: the text matrix and that of the line's begin."""

    matrix: Matrix = IDENTITY
    line: Matrix = IDENTITY

    def advance(self, width: float) -> None:
        """Moves right by ``width`` in text space."""
        self.matrix = times((1.0, 0.0, 0.0, 1.0, width, 0.0), self.matrix)

    def next_line(self, x: float, y: float) -> None:
        """Begins a line ``x`` and ``y`` from the begin of this one."""
        self.matrix = self.line = times((1.0, 0.0, 0.0, 1.0, x, y), self.line)

    def follow(self, operator: bytes, numbers: list[float], leading: float) -> None:
        """Follows the operators that position text."""
        match operator, numbers:
            case b"BT", _:
                self.matrix = self.line = IDENTITY
            case b"Tm", [_, _, _, _, _, _]:
                self.matrix = self.line = tuple(numbers)
            case ((b"Td" | b"TD"), [x, y]):
                self.next_line(x, y)
            case ((b"T*" | b"'" | b'"'), _):
                self.next_line(0.0, -leading)


def changed(state: State, operator: bytes, numbers: list[float]) -> State:
    """The state behind an operator that sets something of it."""
    match operator, numbers:
        case b"cm", [_, _, _, _, _, _]:
            return replace(state, matrix=times(tuple(numbers), state.matrix))
        case ((b"g" | b"rg" | b"k" | b"sc" | b"scn" | b"cs"), _):
            return replace(state, white=_is_white(numbers))
        case _:
            return replace(state, text=_set(state.text, operator, numbers))


def _set(text: TextState, operator: bytes, numbers: list[float]) -> TextState:
    match operator, numbers:
        case b"Tr", [mode]:
            text = replace(text, mode=int(mode))
        case b"Tc", [width]:
            text = replace(text, spacing=width)
        case b"Tw", [width]:
            text = replace(text, word_spacing=width)
        case b'"', [words, letters]:
            text = replace(text, word_spacing=words, spacing=letters)
        case b"Tz", [percent]:
            text = replace(text, scale=percent / 100)
        case b"TL", [height]:
            text = replace(text, leading=height)
        case b"TD", [_, height]:
            text = replace(text, leading=-height)
        case b"Ts", [height]:
            text = replace(text, rise=height)
    return text


def times(first: Matrix, second: Matrix) -> Matrix:
    """``first`` applied before ``second``."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where ``matrix`` puts the point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def typeface_of(described: DictionaryObject) -> Typeface | None:
    """The font that ``described`` tells of; None when it tells nothing."""
    if not described:
        return None
    font = Font.from_font_resource(described)
    # Numbers of glyphs, and no table of the letters they draw.
    numbered = described.get("/Subtype") == "/Type0" and "/ToUnicode" not in described
    return Typeface(font, font.interpretable and not (numbered and isinstance(font.encoding, str)))


def spelled(content: bytes, state: TextState, font: Font) -> tuple[str, float]:
    """The letters that ``content`` shows, and how far they move the cursor in text space."""
    if isinstance(font.encoding, str):
        codes = content.decode(font.encoding, "replace")
        letters = codes
    else:
        codes = content.decode("latin-1")
        letters = "".join(font.encoding.get(byte, chr(byte)) for byte in content)
    text = "".join(str(font.character_map.get(letter, letter)) for letter in letters)
    width = sum(font.space_width if code == font.space_char else font.get_text_width(code) for code in codes)
    words = codes.count(font.space_char) * state.word_spacing
    return text, (state.size * width / 1000 + len(codes) * state.spacing + words) * state.scale


def _is_white(numbers: list[float]) -> bool:
    if len(numbers) == 4:
        return all(ink <= _NO_INK for ink in numbers)
    return bool(numbers) and all(light >= _WHITE for light in numbers)
