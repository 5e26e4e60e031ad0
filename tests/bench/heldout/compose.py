"""From a case to the bytes of a mail and the truth beside it."""

import random
import re
import unicodedata
from typing import Any

from tests.bench.heldout import html_web, html_word
from tests.bench.heldout.blocks import Block, Para, PlainStyle
from tests.bench.heldout.case import Case, Template
from tests.bench.heldout.envelope import RECIPIENT, Part, encode_file, encode_text, headers, logo, multipart

Truth = dict[str, Any]


def _charset(rng: random.Random, text: str) -> str:
    for name in rng.choice((("utf-8",), ("windows-1252", "utf-8"), ("iso-8859-1", "utf-8"))):
        try:
            text.encode(name)
        except UnicodeEncodeError:
            continue
        return name
    return "utf-8"


def _parts(c: Case) -> list[Part]:
    rng = c.rng
    closing = [] if c.bare else c.closing_blocks()
    phone = c.look in ("ios", "android")
    app: list[Block] = []
    if phone:
        app = [
            Para(),
            Para(
                "Verzonden vanuit Outlook voor iOS<https://aka.ms/o0ukef>"
                if c.look == "ios"
                else "Outlook voor Android<https://aka.ms/AAb9ysg> downloaden"
            ),
        ]
    upper: list[Block] = [*c.top, *closing]
    plain = PlainStyle(c.cells, c.gap).write([*upper, *app, *c.below]) + "\n"
    if phone:
        page = html_web.phone_page(upper, c.below, "%s", c.look == "ios")
    elif c.look == "web":
        page = html_web.page([*upper, *c.below], "%s")
    else:
        page = html_word.page([*upper, *c.below], "%s")
    charset = _charset(rng, plain + page)
    page = page.replace("charset=%s", f"charset={charset}")
    if c.look == "plain":
        return [encode_text(rng, plain, "plain", charset)]
    if c.look == "html-only":
        return [encode_text(rng, page, "html", charset)]
    return [encode_text(rng, plain, "plain", charset), encode_text(rng, page, "html", charset)]


def mail_bytes(c: Case) -> bytes:
    """The whole mail."""
    rng = c.rng
    parts = _parts(c)
    whole = parts[0] if len(parts) == 1 else multipart(rng, "alternative", parts, 0)
    if len(parts) == 2 and c.look == "word" and rng.random() < 0.4:
        whole = multipart(rng, "related", [whole, logo(rng)], 4, '\n\ttype="multipart/alternative";')
    head, when = headers(rng, c.sender, c.subject, bool(c.attachments), "nl-BE")
    if c.attachments:
        whole = multipart(rng, "mixed", [whole, *(encode_file(file, when) for file in c.attachments)], 5)
    text = "\n".join([*head, *whole.head, "MIME-Version: 1.0"]) + "\n\n" + whole.body
    return text.replace("\r\n", "\n").replace("\n", "\r\n").encode("ascii")


def truth(c: Case, made_by: Template) -> Truth:
    """What must become of the mail."""
    who = c.sender
    forbidden = [
        *c.forbidden,
        ("sender_name", who.full),
        ("sender_mail", who.mail),
        ("sender_phone", who.landline),
        ("sender_phone", who.mobile),
        ("sender_address", who.office),
        ("sender_postcode", who.place),
    ]
    if who.site:
        forbidden.append(("url", who.site))
    if c.must == "reject":
        for person in c.shown:
            forbidden += [
                ("client_name", person.full),
                ("address", person.address.short()),
                ("phone", person.mobile),
                ("email", person.email),
            ]
    unique = list(dict.fromkeys(forbidden))
    return {
        "group": made_by.group,
        "template": made_by.name,
        "must": c.must,
        "why": c.why,
        "clients": [] if c.must == "reject" else c.expected,
        "forbidden": [_secret(kind, value) for kind, value in unique],
        "sensitive": list(dict.fromkeys(c.sensitive)),
        "grey": [],
        "rcpt": RECIPIENT,
        "mail_from": who.mail,
        "policy": {"prose": c.prose},
        "if_prose_extract": None,
        "loose_name": False,
    }


def _secret(kind: str, value: str) -> dict[str, object]:
    """A value as the marking of the first corpus wants it: a date as day/month/year, with words as a text."""
    numbers = re.findall(r"[0-9]+", value)
    if kind == "birthdate" and len(numbers) == 3:
        value = "/".join(reversed(numbers) if len(numbers[0]) == 4 else numbers)
    elif kind == "birthdate":
        kind = "text"
    return {"type": kind, "value": value, "parts": []}


def _squash(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return re.sub(r"[^0-9a-z@]", "", "".join(ch for ch in plain if not unicodedata.combining(ch)))


def honest(c: Case) -> bool:
    """No forbidden value hides in what the client may have delivered."""
    if c.must == "reject":
        return True
    allowed: list[str] = []
    for row in c.expected:
        for value in row.values():
            allowed += value if isinstance(value, list) else [value]
        allowed.append(f"{row['street']}{row['number']}")
    haystack = [_squash(value) for value in allowed]
    needles = [value for _, value in c.forbidden] + c.sensitive + [c.sender.last, c.sender.office]
    return not any(_squash(needle) and _squash(needle) in hay for needle in needles for hay in haystack)


def build(made_by: Template, seed: str) -> tuple[bytes, Truth]:
    """A mail of this template; tried again while a forbidden value would also be an allowed one."""
    for turn in range(50):
        rng = random.Random(f"{seed}/{turn}")  # noqa: S311 - dice, not keys
        case = Case(rng, made_by.must, made_by.why)
        made_by.write(case)
        if honest(case):
            return mail_bytes(case), truth(case, made_by)
    raise RuntimeError(f"no honest mail for {made_by.name}")
