"""HTML of Outlook on the web, and of Outlook on a telephone."""

from collections.abc import Sequence
from html import escape

from tests.bench.heldout.blocks import QUOTE_WORDS, Block, Para, Quote, Raw, Table

FONT = (
    "font-family: Aptos, Aptos_EmbeddedFont, Aptos_MSFontService, Calibri, Helvetica, sans-serif; "
    "font-size: 12pt; color: rgb(0, 0, 0);"
)
HEAD = """<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=%s">
<style type="text/css" style="display:none;"> P {margin-top:0;margin-bottom:0;} </style>
</head>
<body dir="ltr">
"""
PHONE_HEAD = """<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=%s">
</head>
<body>
<div dir="ltr">
<div></div>
<div>
"""


def table(block: Table) -> str:
    """A table as the web editor makes it."""
    rows = []
    for at, row in enumerate(block.rows):
        tag = "th" if block.header and at == 0 else "td"
        cells = []
        for one in row:
            spans = (f' colspan="{one.span}"' if one.span > 1 else "") + (
                f' rowspan="{one.rows}"' if one.rows > 1 else ""
            )
            text = one.html if one.html is not None else escape(one.text, quote=False).replace("\n", "<br>")
            text = f"<b>{text}</b>" if one.bold and tag == "td" else text
            cells.append(
                f'<{tag}{spans} style="border: 1px solid rgb(171, 171, 171); vertical-align: top;">\n'
                f'<div style="margin:0;font-family:Aptos,Calibri,sans-serif;font-size:11pt">{text}'
                f"</div>\n</{tag}>\n"
            )
        rows.append("<tr>\n" + "".join(cells) + "</tr>\n")
    text = (
        '<table style="border-collapse: collapse; box-sizing: border-box;" class="elementToProof">\n<tbody>\n'
        + "".join(rows)
        + "</tbody>\n</table>\n"
    )
    for _ in range(block.wrap):
        text = (
            '<table border="0" width="100%"><tbody><tr><td '
            f'style="padding:0">\n{text}<br></td></tr></tbody></table>\n'
        )
    return text


def quote(block: Quote, phone: bool) -> str:
    """An older mail below the web's or the telephone's rule."""
    inner = body(block.blocks, phone)
    if block.look == "gmail":
        return (
            f'<div class="gmail_quote"><div dir="ltr" class="gmail_attr">Op {escape(block.when)} schreef '
            f'{escape(block.sender)}:<br></div><blockquote class="gmail_quote" style="margin:0px 0px '
            "0px 0.8ex;"
            f'border-left:1px solid rgb(204,204,204);padding-left:1ex">\n{inner}</blockquote></div>\n'
        )
    values = (block.sender, block.when, block.to, block.subject)
    lines = "<br>\n".join(
        f"<b>{word}</b>&nbsp;{escape(value, quote=False)}"
        for word, value in zip(QUOTE_WORDS[block.lang], values, strict=True)
    )
    rule = "" if phone else '<div id="appendonsend"></div>\n'
    return (
        f'{rule}<hr style="display: inline-block; width: 98%;">\n<div id="divRplyFwdMsg" dir="ltr">'
        '<span style="font-family: Calibri, sans-serif; font-size: 11pt; color: rgb(0, 0, '
        f'0);">{lines}</span>\n'
        f"<div>&nbsp;</div>\n</div>\n{inner}"
    )


def para(block: Para, phone: bool) -> str:
    """One line."""
    inner = block.inner().replace("<o:p></o:p>", "")
    if phone:
        return f'<div dir="ltr" style="{FONT}">{inner or "<br>"}</div>\n'
    return f'<div class="elementToProof" style="{FONT}">\n{inner or "<br>"}</div>\n'


def body(blocks: Sequence[Block], phone: bool = False) -> str:
    """The blocks, without head and foot."""
    out = []
    for block in blocks:
        if isinstance(block, Para):
            out.append(para(block, phone))
        elif isinstance(block, Table):
            out.append(table(block))
        elif isinstance(block, Raw):
            out.append(block.html)
        else:
            out.append(quote(block, phone))
    return "".join(out)


def page(blocks: Sequence[Block], charset: str) -> str:
    """The HTML part of a mail written on the web."""
    return HEAD % charset + body(blocks) + "</body>\n</html>\n"


def phone_page(blocks: Sequence[Block], after: Sequence[Block], charset: str, ios: bool) -> str:
    """The HTML part of a mail written on a telephone, with the app's own last line."""
    link = (
        'Verzonden vanuit <a href="https://aka.ms/o0ukef">Outlook voor iOS</a>'
        if ios
        else '<a href="https://aka.ms/AAb9ysg">Outlook voor Android</a> downloaden'
    )
    return (
        PHONE_HEAD % charset
        + body(blocks, phone=True)
        + '</div>\n<div id="ms-outlook-mobile-body-separator-line" dir="ltr"><br></div>\n'
        + f'<div dir="ltr" id="ms-outlook-mobile-signature">{link}</div>\n</div>\n'
        + body(after, phone=True)
        + "</body>\n</html>\n"
    )
