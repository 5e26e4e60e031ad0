"""What a mail is built of before it is written as plain text or as one of Outlook's kinds of HTML."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape


@dataclass
class Para:
    """One paragraph; a line feed is a soft break. `html` replaces the inside in HTML."""

    text: str = ""
    html: str | None = None
    bold: bool = False

    def inner(self) -> str:
        """The inside of the paragraph as HTML."""
        if self.html is not None:
            return self.html
        text = escape(self.text, quote=False).replace("\n", "<br>\n").replace("\t", "&nbsp;&nbsp;&nbsp; ")
        return f"<b>{text}</b>" if self.bold else text


@dataclass
class Cell:
    """A cell of a table."""

    text: str = ""
    span: int = 1
    rows: int = 1
    bold: bool = False
    html: str | None = None


@dataclass
class Table:
    """A table; `header` makes the first row of `th` on the web; `wrap` nests it in a layout table."""

    rows: list[list[Cell]]
    header: bool = False
    wrap: int = 0
    border: bool = True


@dataclass
class Raw:
    """HTML as it stands, with what plain text shows of it."""

    html: str
    plain: str = ""


@dataclass
class Quote:
    """An older mail below."""

    sender: str
    when: str
    to: str
    subject: str
    blocks: list["Block"]
    lang: str = "nl"
    look: str = "outlook"


Block = Para | Table | Raw | Quote

QUOTE_WORDS: dict[str, tuple[str, str, str, str]] = {
    "nl": ("Van:", "Verzonden:", "Aan:", "Onderwerp:"),
    "fr": ("De\u00a0:", "Envoyé\u00a0:", "À\u00a0:", "Objet\u00a0:"),
    "en": ("From:", "Sent:", "To:", "Subject:"),
    "de": ("Von:", "Gesendet:", "An:", "Betreff:"),
}


def paras(*lines: str) -> list[Block]:
    """A paragraph for each line."""
    return [Para(line) for line in lines]


def grid(
    rows: Sequence[Sequence[str]],
    *,
    header: bool = False,
    bold_first: bool = False,
    wrap: int = 0,
    border: bool = True,
) -> Table:
    """A table from plain strings."""
    made = [
        [Cell(text, bold=(header and at == 0) or (bold_first and col == 0)) for col, text in enumerate(row)]
        for at, row in enumerate(rows)
    ]
    return Table(made, header=header, wrap=wrap, border=border)


@dataclass
class PlainStyle:
    """How this mail's plain text part lays out its blocks."""

    cells: str = "tabs"
    gap: bool = False
    out: list[str] = field(default_factory=list)

    def write(self, blocks: Sequence[Block]) -> str:
        """The blocks as plain text."""
        self.out = []
        for block in blocks:
            self._one(block)
        return "\n".join(self.out)

    def _one(self, block: Block) -> None:
        if isinstance(block, Para):
            self.out.append(block.text)
            if self.gap and block.text:
                self.out.append("")
        elif isinstance(block, Table):
            for row in block.rows:
                if self.cells == "tabs":
                    self.out.append("\t".join(cell.text for cell in row))
                else:
                    for cell in row:
                        self.out += [cell.text, ""]
            self.out.append("")
        elif isinstance(block, Raw):
            self.out.append(block.plain)
        else:
            self._quote(block)

    def _quote(self, quote: Quote) -> None:
        inner = PlainStyle(self.cells, self.gap).write(quote.blocks)
        if quote.look == "gmail":
            self.out += ["", f"Op {quote.when} schreef {quote.sender}:", ""]
            self.out += [f"> {line}" for line in inner.split("\n")]
            return
        words = QUOTE_WORDS[quote.lang]
        rule = {
            "outlook": "________________________________",
            "original": "-----Oorspronkelijk bericht-----",
        }.get(quote.look, "________________________________")
        values = (quote.sender, quote.when, quote.to, quote.subject)
        self.out += (
            ["", rule] + [f"{word} {value}" for word, value in zip(words, values, strict=True)] + ["", inner]
        )
