"""HTML as Word writes it into desktop Outlook's mails."""

from collections.abc import Sequence
from html import escape

from tests.bench.heldout.blocks import QUOTE_WORDS, Block, Cell, Para, Quote, Raw, Table

HEAD = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns:m="http://schemas.microsoft.com/office/2004/12/omml" \
xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=%s">
<meta name="Generator" content="Microsoft Word 15 (filtered medium)">
<!--[if !mso]><style>v\\:* {behavior:url(#default#VML);}
o\\:* {behavior:url(#default#VML);}
w\\:* {behavior:url(#default#VML);}
.shape {behavior:url(#default#VML);}
</style><![endif]--><style><!--
/* Font Definitions */
@font-face
	{font-family:Calibri;
	panose-1:2 15 5 2 2 2 4 3 2 4;}
/* Style Definitions */
p.MsoNormal, li.MsoNormal, div.MsoNormal
	{margin:0cm;
	font-size:11.0pt;
	font-family:"Calibri",sans-serif;
	mso-fareast-language:EN-US;}
a:link, span.MsoHyperlink
	{mso-style-priority:99;
	color:#0563C1;
	text-decoration:underline;}
span.E-mailStijl17
	{mso-style-type:personal-compose;
	font-family:"Calibri",sans-serif;
	color:windowtext;}
.MsoChpDefault
	{mso-style-type:export-only;}
@page WordSection1
	{size:612.0pt 792.0pt;
	margin:70.85pt 70.85pt 70.85pt 70.85pt;}
div.WordSection1
	{page:WordSection1;}
--></style><!--[if gte mso 9]><xml>
<o:shapedefaults v:ext="edit" spidmax="1026" />
</xml><![endif]--><!--[if gte mso 9]><xml>
<o:shapelayout v:ext="edit">
<o:idmap v:ext="edit" data="1" />
</o:shapelayout></xml><![endif]-->
</head>
<body lang="NL-BE" link="#0563C1" vlink="#954F72" style="word-wrap:break-word">
<div class="WordSection1">
"""
FOOT = "</div>\n</body>\n</html>\n"


def para(block: Para) -> str:
    """A paragraph, with Word's own empty one."""
    inner = block.inner()
    if not inner.strip():
        return '<p class="MsoNormal"><o:p>&nbsp;</o:p></p>\n'
    return f'<p class="MsoNormal">{inner}<o:p></o:p></p>\n'


def cell(one: Cell, border: bool) -> str:
    """A cell, each line a paragraph of its own."""
    spans = (f' colspan="{one.span}"' if one.span > 1 else "") + (
        f' rowspan="{one.rows}"' if one.rows > 1 else ""
    )
    rim = "border:solid windowtext 1.0pt;" if border else ""
    if one.html is not None:
        inside = one.html
    else:
        inside = "".join(para(Para(line, bold=one.bold)) for line in one.text.split("\n"))
    return (
        f'<td width="{151 * one.span}"{spans} valign="top" style="width:113.2pt;{rim}padding:0cm '
        '5.4pt 0cm 5.4pt">\n'
        f"{inside}</td>\n"
    )


def table(block: Table) -> str:
    """A table, inside as many layout tables as asked for."""
    kind = "MsoTableGrid" if block.border else "MsoNormalTable"
    rows = "".join(
        "<tr>\n" + "".join(cell(one, block.border) for one in row) + "</tr>\n" for row in block.rows
    )
    text = (
        f'<table class="{kind}" border="{int(block.border)}" cellspacing="0" cellpadding="0" '
        f'style="border-collapse:collapse;border:none">\n<tbody>\n{rows}</tbody>\n</table>\n'
    )
    for _ in range(block.wrap):
        text = (
            '<table class="MsoNormalTable" border="0" cellspacing="0" cellpadding="0" '
            'width="100%">\n<tbody>\n<tr>\n'
            f'<td valign="top" style="padding:0cm 0cm 0cm 0cm">\n{text}'
            '<p class="MsoNormal"><o:p>&nbsp;</o:p></p>\n</td>\n</tr>\n</tbody>\n</table>\n'
        )
    return text


def quote(block: Quote) -> str:
    """An older mail under Word's grey rule."""
    inner = body(block.blocks)
    if block.look == "gmail":
        return (
            f'<p class="MsoNormal">Op {escape(block.when)} schreef {escape(block.sender)}:<o:p></o:p></p>\n'
            '<blockquote style="border:none;border-left:solid #CCCCCC 1.0pt;padding:0cm 0cm 0cm 6.0pt;'
            f'margin-left:4.8pt;margin-right:0cm">\n{inner}</blockquote>\n'
        )
    values = (block.sender, block.when, block.to, block.subject)
    lines = "<br>\n".join(
        f"<b>{word}</b> {escape(value, quote=False)}"
        for word, value in zip(QUOTE_WORDS[block.lang], values, strict=True)
    )
    if block.look == "original":
        return (
            f'<p class="MsoNormal">-----Oorspronkelijk bericht-----<br>\n{lines}<o:p></o:p></p>\n'
            f'<p class="MsoNormal"><o:p>&nbsp;</o:p></p>\n{inner}'
        )
    return (
        '<div>\n<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm">\n'
        f'<p class="MsoNormal">{lines}<o:p></o:p></p>\n</div>\n</div>\n'
        f'<p class="MsoNormal"><o:p>&nbsp;</o:p></p>\n{inner}'
    )


def body(blocks: Sequence[Block]) -> str:
    """The blocks, without head and foot."""
    out = []
    for block in blocks:
        if isinstance(block, Para):
            out.append(para(block))
        elif isinstance(block, Table):
            out.append(table(block))
        elif isinstance(block, Raw):
            out.append(block.html)
        else:
            out.append(quote(block))
    return "".join(out)


def page(blocks: Sequence[Block], charset: str) -> str:
    """The whole HTML part."""
    return HEAD % charset + body(blocks) + FOOT
