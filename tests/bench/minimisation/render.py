"""A body's blocks as plain text, and as the HTML that Word and Outlook on the web write."""

import random
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Literal, assert_never

from tests.bench.minimisation.model import Block, Grid, Line, Quote, Raw

Style = Literal["word", "web"]
_WEB = (
    'class="elementToProof" style="font-family: Aptos, Calibri, sans-serif; font-size: 12pt; '
    'color: rgb(0, 0, 0);"'
)
_WORD_CELL = "border:solid windowtext 1.0pt;padding:0cm 5.4pt 0cm 5.4pt"
_HEADS = {
    "word": (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40">\n<head>\n'
        '<meta http-equiv="Content-Type" content="text/html; charset={charset}">\n'
        '<meta name="Generator" content="Microsoft Word 15 (filtered medium)">\n'
        "<!--[if !mso]><style>v\\:* {{behavior:url(#default#VML);}}</style><![endif]--><style><!--\n"
        "p.MsoNormal, li.MsoNormal, div.MsoNormal\n\t{{margin:0cm;\n\tfont-size:11.0pt;\n"
        '\tfont-family:"Calibri",sans-serif;}}\n'
        "a:link, span.MsoHyperlink\n\t{{color:#0563C1;\n\ttext-decoration:underline;}}\n"
        "--></style>\n</head>\n"
        '<body lang="NL-BE" link="#0563C1" vlink="#954F72" style="word-wrap:break-word">\n'
        '<div class="WordSection1">\n'
    ),
    "web": (
        '<html>\n<head>\n<meta http-equiv="Content-Type" content="text/html; charset={charset}">\n'
        '<style type="text/css" style="display:none;"> P {{margin-top:0;margin-bottom:0;}} </style>\n'
        '</head>\n<body dir="ltr">\n'
    ),
}
_FEET = {"word": "</div>\n</body>\n</html>\n", "web": "</body>\n</html>\n"}


@dataclass(frozen=True, slots=True)
class Page:
    """How a mail program writes: its style, its charset, the dice for its line breaks."""

    style: Style
    charset: str
    rng: random.Random


def as_text(blocks: Iterable[Block]) -> str:
    """What a reader sees, with Outlook's blank lines and tabs between cells."""
    return "\n".join(line for block in blocks for line in _text_of(block))


def as_html(blocks: Iterable[Block], page: Page) -> str:
    """A whole HTML document."""
    inner = "".join(_html_of(block, page) for block in blocks)
    return _HEADS[page.style].format(charset=page.charset) + inner + _FEET[page.style]


def _text_of(block: Block) -> list[str]:
    match block:
        case Line(text, bullet):
            return [f"{bullet}        {text}" if bullet == "·" else f"{bullet} {text}" if bullet else text]
        case Grid():
            return _grid_text(block)
        case Raw(_, plain):
            return [plain] if plain else []
        case Quote(header, inner):
            head = [f"{name} {value}" for name, value in header]
            return ["", "_" * 32, *head, "", *(line for part in inner for line in _text_of(part)), ""]
        case _:
            assert_never(block)


def _grid_text(grid: Grid) -> list[str]:
    lines: list[str] = []
    for row in grid.rows:
        cells = ["\n".join(_grid_text(cell)) if isinstance(cell, Grid) else cell for cell in row]
        stacked = len(cells) <= 2 and not grid.header
        lines += [cell for cell in cells if cell] if stacked else ["\t".join(cells)]
    return lines


def _html_of(block: Block, page: Page) -> str:
    match block:
        case Line(text, bullet, bold):
            return _paragraph(text, page, bullet=bullet, bold=bold)
        case Grid():
            return _table(block, page)
        case Raw(html, _):
            return html + "\n"
        case Quote(header, inner):
            return _quoted_head(header, page) + "".join(_html_of(part, page) for part in inner)
        case _:
            assert_never(block)


def _paragraph(text: str, page: Page, *, bullet: str = "", bold: bool = False) -> str:
    inner = _inline(text, page)
    inner = f"<b>{inner}</b>" if bold else inner
    if page.style == "web":
        return f"<div {_WEB}>\n{f'{bullet} ' if bullet else ''}{inner or '<br>'}</div>\n"
    if bullet:
        return (
            '<p class="MsoListParagraph" style="text-indent:-18.0pt;mso-list:l0 level1 lfo1">'
            '<![if !supportLists]><span style="font-family:Symbol"><span style="mso-list:Ignore">'
            f'{bullet}<span style="font:7.0pt &quot;Times New Roman&quot;">{"&nbsp;" * 7} </span></span>'
            f"</span><![endif]>{inner}<o:p></o:p></p>\n"
        )
    return f'<p class="MsoNormal">{inner or "&nbsp;"}<o:p></o:p></p>\n'


def _inline(text: str, page: Page) -> str:
    """Escaped text, its mail addresses links, its tabs and runs of spaces as the mail program keeps them."""
    words = []
    for word in text.split(" "):
        bare = word.strip(",;.()<>")
        linked = "@" in bare and page.style == "word"
        link = f'<a href="mailto:{escape(bare)}">{escape(bare)}</a>'
        words.append(escape(word).replace(escape(bare), link) if linked else escape(word))
    tab = "&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; " if page.style == "word" else "\t"
    html = " ".join(words).replace("  ", "&nbsp; ").replace("\t", tab).replace("\n", "<br>\n")
    wraps = page.style == "word" and len(text) > 90 and "<a " not in html
    return textwrap.fill(html, 76, break_long_words=False, break_on_hyphens=False) if wraps else html


def _table(grid: Grid, page: Page) -> str:
    opening = (
        '<table class="MsoTableGrid" border="1" cellspacing="0" cellpadding="0" '
        'style="border-collapse:collapse;border:none">'
        if page.style == "word"
        else '<table style="border-collapse: collapse; box-sizing: border-box;" class="elementToProof">'
    )
    rows = "".join(
        "<tr>\n"
        + "".join(_cell(cell, page, len(row), head=grid.header and not at) for cell in row)
        + "</tr>\n"
        for at, row in enumerate(grid.rows)
    )
    return f"{opening}\n<tbody>\n{rows}</tbody>\n</table>\n"


def _cell(cell: str | Grid, page: Page, count: int, *, head: bool) -> str:
    inner = (
        _table(cell, page)
        if isinstance(cell, Grid)
        else "".join(_paragraph(line, page) for line in cell.split("\n"))
    )
    span = ' colspan="2"' if count == 1 else ""
    if page.style == "word":
        return f'<td width="{604 // count}"{span} valign="top" style="{_WORD_CELL}">\n{inner}</td>\n'
    tag = "th" if head else "td"
    return (
        f'<{tag}{span} style="border: 1px solid rgb(171, 171, 171); vertical-align: top;">\n{inner}</{tag}>\n'
    )


def _quoted_head(header: tuple[tuple[str, str], ...], page: Page) -> str:
    lines = "<br>\n".join(f"<b>{escape(name)}</b> {escape(value)}" for name, value in header)
    if page.style == "web":
        return (
            '<div id="appendonsend"></div>\n<hr style="display:inline-block;width:98%" tabindex="-1">\n'
            '<div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" style="font-size:11pt">'
            f"{lines}</font><div>&nbsp;</div>\n</div>\n"
        )
    return (
        '<div>\n<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm">\n'
        f'<p class="MsoNormal">{lines}<o:p></o:p></p>\n</div>\n</div>\n'
        '<p class="MsoNormal"><o:p>&nbsp;</o:p></p>\n'
    )
