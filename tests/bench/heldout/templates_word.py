"""HTML as Word really leaves it, and what hides in it."""

from html import escape

from tests.bench.heldout import numbers
from tests.bench.heldout.blocks import Cell, Para, Raw, Table, grid
from tests.bench.heldout.case import Case, template
from tests.bench.heldout.extras import child_names, extras
from tests.bench.heldout.form import form

GROUP = "html"


def _word(c: Case) -> None:
    c.look = c.rng.choice(("word", "word", "html-only"))
    c.opening()


def _run(text: str) -> str:
    return f'<span lang="NL-BE" style="mso-fareast-language:NL-BE">{escape(text, quote=False)}</span>'


@template(GROUP, "deliver", "labels and values cut into several runs")
def split_runs(c: Case) -> None:
    who = c.person()
    _word(c)
    for key, value in form(c, who) + extras(c, who, 0, 2):
        cut, mid = c.rng.randrange(1, max(2, len(key))), max(1, len(value) // 2)
        html = (
            f"<b>{_run(key[:cut])}{_run(key[cut:])}</b><b>:&nbsp;</b>{_run(value[:mid])}{_run(value[mid:])}"
        )
        c.top.append(Para(f"{key}: {value}", html=html))


@template(GROUP, "deliver", "tab stops made of no-break spaces between label and value")
def tab_runs(c: Case) -> None:
    who = c.person()
    _word(c)
    for key, value in form(c, who):
        tab = f'<span style="mso-tab-count:1">{"&nbsp;" * c.rng.randrange(3, 12)} </span>'
        c.top.append(Para(f"{key}\t: {value}", html=f"{_run(key)}{tab}: {_run(value)}"))


@template(GROUP, "deliver", "Word's own list paragraphs with bullets in conditional comments")
def word_list(c: Case) -> None:
    who = c.person()
    _word(c)
    for key, value in form(c, who) + extras(c, who, 0, 2):
        html = (
            '<p class="MsoListParagraph" style="text-indent:-18.0pt;mso-list:l0 level1 lfo1"><![if '
            "!supportLists]>"
            '<span style="font-family:Symbol"><span style="mso-list:Ignore">·<span style="font:7.0pt '
            '&quot;Times New Roman&quot;">'
            f"&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>{escape(key)}: "
            f"{escape(value, quote=False)}<o:p></o:p></p>\n"
        )
        c.top.append(Raw(html, f"  *   {key}: {value}"))


@template(GROUP, "deliver", "table in a table cell, nbsp in empty cells, no colons")
def word_nested(c: Case) -> None:
    who = c.person()
    _word(c)
    rows = [
        [
            Cell(key, html=f'<p class="MsoNormal"><b>{escape(key)}</b><o:p></o:p></p>\n'),
            Cell("\u00a0", html='<p class="MsoNormal"><o:p>&nbsp;</o:p></p>\n'),
            Cell(value),
        ]
        for key, value in form(c, who)
    ]
    c.top.append(Table(rows, wrap=c.rng.randrange(1, 3)))


@template(GROUP, "deliver", "older wording of the form in a conditional comment for other programs")
def conditional_comment(c: Case) -> None:
    who, old = c.person(), c.person()
    c.other(old, phone=True)
    _word(c)
    c.top.append(
        Raw(
            f'<!--[if gte vml 1]><v:textbox><p class="MsoNormal">Naam: {escape(old.full)}<br>Gsm: '
            f"{old.mobile}</p></v:textbox>"
            "<![endif]-->\n"
        )
    )
    c.lines(form(c, who))


@template(GROUP, "deliver", "text that Word hides stands between the rows")
def hidden_rows(c: Case) -> None:
    who = c.person()
    kid = child_names(c, 1)[0]
    c.forbid("rrn", who.rrn)
    _word(c)
    c.look = "html-only"
    rows = form(c, who)
    style = c.rng.choice(("display:none;mso-hide:all", "mso-hide:all;display:none", "display:none"))
    hidden = (
        f"Rijksregisternummer: {numbers.spell_national(c.rng, who.rrn)} Kind: {kid} "
        f"{c.secret('opgenomen in psychiatrie')}"
    )
    c.lines(rows[:2])
    c.top.append(
        Raw(f'<p class="MsoNormal" style="{style}"><span style="{style}">{hidden}<o:p></o:p></span></p>\n')
    )
    c.lines(rows[2:])


@template(GROUP, "deliver", "mail address as a hyperlink with a title and a subject")
def link_with_subject(c: Case) -> None:
    who = c.person()
    _word(c)
    rows = form(c, who)
    note = c.secret("dwangbuis")
    for key, value in rows:
        if value == who.email:
            html = (
                f'{key}: <a href="mailto:{value}?subject={note}" title="{note}"><span '
                f'style="color:#0563C1">{value}</span></a>'
            )
            c.top.append(Para(f"{key}: {value}<mailto:{value}?subject={note}>", html=html))
        else:
            c.lines([(key, value)])


@template(GROUP, "either", "an old number struck through beside the new one")
def struck_through(c: Case) -> None:
    who, old = c.person(), c.person()
    c.forbid("phone", old.mobile)
    _word(c)
    rows = form(c, who, landline=False)
    for key, value in rows:
        if "".join(ch for ch in value if ch.isdigit())[-8:] == who.mobile[-8:]:
            gone = numbers.spell_mobile(c.rng, old.mobile)
            c.top.append(Para(f"{key}: {gone} {value}", html=f"{key}: <s>{gone}</s> {value}"))
        else:
            c.lines([(key, value)])


@template(GROUP, "deliver", "soft breaks in a single paragraph")
def one_paragraph(c: Case) -> None:
    who = c.person()
    _word(c)
    c.text("\n".join(f"{key}: {value}" for key, value in form(c, who) + extras(c, who, 0, 2)))


@template(GROUP, "deliver", "an HTML comment and a white line hold another family's data")
def white_text(c: Case) -> None:
    who, old = c.person(), c.person()
    c.other(old, phone=True)
    _word(c)
    c.look = "html-only"
    c.lines(form(c, who))
    c.top.append(
        Raw(
            f'<!-- vorige versie: {escape(old.full)} {old.mobile} -->\n<p class="MsoNormal"><span '
            'style="color:white;'
            f'font-size:1.0pt">{escape(old.full)} {old.mobile}<o:p></o:p></span></p>\n'
        )
    )


@template(GROUP, "deliver", "labels bold and above their values in the same cell, three cells in a row")
def label_above_value(c: Case) -> None:
    who = c.person()
    _word(c)
    texts = [f"{key}:\n{value}" for key, value in form(c, who, name="split", shuffle=False)]
    texts += [""] * (-len(texts) % 3)
    c.top.append(grid([texts[at : at + 3] for at in range(0, len(texts), 3)]))


TEMPLATES = (
    split_runs,
    tab_runs,
    word_list,
    word_nested,
    conditional_comment,
    hidden_rows,
    link_with_subject,
    struck_through,
    one_paragraph,
    white_text,
    label_above_value,
)
