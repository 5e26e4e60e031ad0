"""Rich Text Format 1.9.1 to what a person sees, and HTML that Outlook packed into it (MS-OXRTFEX).

The small libraries for it keep hidden text and lose the cells of a table, so the signs are walked
here. Page headers, footnotes and text boxes are not read.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import escape

from gateway.attachments.rtftokens import Brace, Text, Token, Word, tokens
from gateway.attachments.sheaf import Refused, Sheaf
from gateway.decision import Code
from gateway.mail.document import Block

MAX_TOKENS = 200_000
_MAX_DEPTH = 500
# Destinations that no older program marks with \*, and that hold no words of the page.
_SKIPPED = frozenset(
    "fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr "
    "footerf footnote fldinst filetbl listtable listoverridetable revtbl rsidtbl upr nonesttables shpinst "
    "xe tc txe rxe bkmkstart bkmkend do".split()
)
_SIGNS = {
    "tab": "\t", "line": "\n", "~": "\u00a0", "_": "-", "emdash": "\u2014", "endash": "\u2013",
    "lquote": "\u2018", "rquote": "\u2019", "ldblquote": "\u201c", "rdblquote": "\u201d", "bullet": "\u2022",
    "emspace": " ", "enspace": " ", "qmspace": " ", "\\": "\\", "{": "{", "}": "}",
}  # fmt: skip
_PARAGRAPHS = frozenset(("par", "\n", "\r", "sect", "page"))
_CHARSETS = {
    77: "mac_roman", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_CODE_PAGES = {437, 850, 852, *range(1250, 1259), 874}


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds inside one pair of braces."""

    skipped: bool = False
    hidden: frozenset[str] = frozenset()
    in_table: bool = False
    in_rtf_only: bool = False
    html_tag: bool = False
    codec: str = ""
    after_unicode: int = 1


@dataclass(slots=True)
class _State:
    """Where the walk stands."""

    group: _Group = field(default_factory=_Group)
    outer: list[_Group] = field(default_factory=list)
    codec: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    defining: int = -1
    to_skip: int = 0
    ignorable: bool = False


def read_rtf(content: bytes, place: str) -> tuple[Block, ...]:
    """The lines and tables of ``content``. Raises Refused, DeceptiveText."""
    page = _Page(Sheaf(place))
    for group, sign in _walk(content):
        if not (group.skipped or group.hidden or group.html_tag):
            page.take(sign, in_table=group.in_table)
    return page.blocks()


def html_in_rtf(content: bytes) -> str:
    """The HTML that ``content`` wraps, empty when it wraps none. Raises Refused."""
    if b"\\fromhtml1" not in content[:1024]:
        return ""
    return "".join(
        _html_sign(sign, group)
        for group, sign in _walk(content)
        if not group.skipped and not group.in_rtf_only
    )


def _html_sign(sign: str, group: _Group) -> str:
    if sign.startswith("\x00"):
        return "\n" if sign[1:] in _PARAGRAPHS else ""
    return sign if group.html_tag else escape(sign, quote=False)


class _Page:
    """Collects what is shown: lines, and in a table the lines of each cell."""

    def __init__(self, sheaf: Sheaf) -> None:
        self._sheaf = sheaf
        self._line: list[str] = []
        self._cell: list[str] = []
        self._row: list[list[str]] = []
        self._rows: list[list[list[str]]] = []

    def take(self, sign: str, *, in_table: bool) -> None:
        """Adds a character, or follows a control word, which a NUL introduces."""
        match sign:
            case "\x00cell" | "\x00nestcell":
                self._end_line()
                self._row.append(self._cell)
                self._cell = []
            case "\x00row" | "\x00nestrow":
                self._rows.append(self._row)
                self._row = []
            case _ if sign.startswith("\x00"):
                self._end_line()
                if not in_table:
                    self._leave_table()
            case _:
                self._line.append(sign)

    def blocks(self) -> tuple[Block, ...]:
        """Everything shown."""
        self._end_line()
        self._leave_table()
        return self._sheaf.blocks()

    def _end_line(self) -> None:
        self._cell.extend("".join(self._line).split("\n"))
        self._line.clear()

    def _leave_table(self) -> None:
        self._sheaf.add_table(self._rows)
        for text in (text for cell in (*self._row, self._cell) for text in cell):
            self._sheaf.add_line(text)
        self._rows, self._row, self._cell = [], [], []


def _walk(content: bytes) -> Iterator[tuple[_Group, str]]:
    """Every character and paragraph mark with the group it stands in; a mark is NUL and its word."""
    state = _State()
    for count, token in enumerate(tokens(content)):
        if count > MAX_TOKENS or len(state.outer) > _MAX_DEPTH:
            raise Refused(Code.MESSAGE_TOO_COMPLEX)
        sign = _step(state, token)
        if sign:
            yield state.group, sign


def _step(state: _State, token: Token) -> str:
    match token:
        case Brace(opens=True):
            state.outer.append(state.group)
            state.ignorable, state.to_skip = False, 0
        case Brace():
            state.group = state.outer.pop() if state.outer else _Group()
            state.to_skip = 0
        case Text(content):
            return _text(state, content)
        case Word("*"):
            state.ignorable = True
        case Word(name, number):
            return _word(state, name, number)
    return ""


def _text(state: _State, content: bytes) -> str:
    state.ignorable = False
    skipped = min(state.to_skip, len(content))
    state.to_skip -= skipped
    return content[skipped:].decode(state.group.codec or state.codec, "replace")


def _word(state: _State, name: str, number: int | None) -> str:
    ignorable, state.ignorable = state.ignorable, False
    if name == "u" and number is not None:
        state.to_skip = state.group.after_unicode
        return _unicode(number)
    if state.to_skip and name in _SIGNS:
        state.to_skip -= 1
        return ""
    if name in _SIGNS:
        return _SIGNS[name]
    if name in _PARAGRAPHS or name in ("cell", "row", "nestcell", "nestrow"):
        return f"\x00{name}"
    _note_fonts(state, name, number)
    state.group = _changed(state, name, number, ignorable=ignorable)
    return ""


def _changed(state: _State, name: str, number: int | None, *, ignorable: bool) -> _Group:
    """The group in force behind the control word ``name``."""
    group, is_on = state.group, number != 0
    if name == "htmltag":
        return replace(group, html_tag=True)
    if name in _SKIPPED or (ignorable and name != "nesttableprops"):
        return replace(group, skipped=True)
    match name:
        case "v" | "deleted" | "strike" | "striked":
            group = replace(group, hidden=group.hidden | {name} if is_on else group.hidden - {name})
        case "plain":
            group = replace(group, hidden=frozenset(), codec="")
        case "pard" | "intbl":
            group = replace(group, in_table=name == "intbl")
        case "htmlrtf":
            group = replace(group, in_rtf_only=is_on)
        case "uc":
            group = replace(group, after_unicode=max(0, min(number or 0, 8)))
        case "f" if number is not None:
            group = replace(group, codec=state.fonts.get(number, ""))
    return group


def _note_fonts(state: _State, name: str, number: int | None) -> None:
    """Follows the code page of the file and of each font in its font table."""
    match name, number:
        case "ansicpg", int() if number in _CODE_PAGES:
            state.codec = f"cp{number}"
        case "mac", None:
            state.codec = "mac_roman"
        case "f", int():
            state.defining = number
        case "fcharset", int() if number in _CHARSETS:
            state.fonts[state.defining] = _CHARSETS[number]


def _unicode(number: int) -> str:
    code = number + 0x10000 if number < 0 else number
    return chr(code) if 0 <= code < 0x110000 else "\ufffd"
