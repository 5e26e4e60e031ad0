"""Records as lines of a zone file (RFC 1035 section 5.1), and as JSON."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any, Final, assert_never

from dns.rdataclass import RdataClass
from dns.rdatatype import RdataType
from dns.rdtypes.ANY.TXT import TXT

from gateway.mail.mta_sts import policy_url
from gateway.publishing.asking import Standing, State
from gateway.publishing.records import (
    Address,
    Data,
    Exchanger,
    Installation,
    Key,
    Pin,
    Text,
    policy_file,
)
from gateway.said import Said, say

_LONGEST_STRING = 255
_PREFERENCE = 10
_STATES: Final = MappingProxyType(
    {
        State.PRESENT: say("present"),
        State.MISSING: say("missing"),
        State.DIFFERENT: say("different"),
        State.UNKNOWN: say("unknown"),
    }
)


def zone_lines(ours: Installation, found: tuple[Standing, ...]) -> Iterator[str]:
    """A snippet to paste: each record behind its remark, how it stands in a comment behind it.

    Comments are said, what counts in a zone is not. A record whose value only a person knows is a comment
    itself; so is the MTA-STS policy, which ends it.
    """
    yield say("; {front}", front=_front(ours))
    for one in found:
        yield ""
        yield say("; {remark}", remark=one.record.remark)
        kind, value = presentation(one.record.data)
        ours_to_fill = "; " if isinstance(one.record.data, Address) else ""
        line = f"{ours_to_fill}{one.record.name}. IN {kind} {value}"
        state = _STATES.get(one.state)
        yield line if state is None else say("{line}  ; {state}", line=line, state=state)
        yield from (say(";   {said}", said=say("there is: {text}", text=text)) for text in one.there)
    for domain in ours.domains if ours.is_mx else ():
        yield ""
        url = policy_url(domain)
        holds = say("{url} holds, in mode enforce once the reports show no failures:", url=url)
        yield say("; {holds}", holds=holds)
        yield from (f";   {line}" for line in policy_file(ours.hostname, ours.mode).splitlines())


def _front(ours: Installation) -> Said:
    if ours.is_mx:
        return say("{hostname} is the MX.", hostname=ours.hostname)
    return say("{hostname} stands behind the MX, whose own records are not here.", hostname=ours.hostname)


def as_json(ours: Installation, found: tuple[Standing, ...]) -> dict[str, Any]:
    """The same for programs. ``value`` is null where only a person knows it."""
    domains = ours.domains if ours.is_mx else ()
    return {
        "front": "mx" if ours.is_mx else "behind",
        "records": [_row(one) for one in found],
        "mta_sts": {policy_url(domain): policy_file(ours.hostname, ours.mode) for domain in domains},
    }


def _row(one: Standing) -> dict[str, Any]:
    kind, value = presentation(one.record.data)
    return {
        "name": one.record.name,
        "type": kind,
        "value": None if isinstance(one.record.data, Address) else value,
        "remark": one.record.remark,
        "state": one.state.value,
        "there": list(one.there),
    }


def presentation(data: Data) -> tuple[str, str]:
    """The type of a record and its data as a zone file has them."""
    match data:
        case Exchanger(host):
            return "MX", f"{_PREFERENCE} {host}."
        case Pin(digest):
            return "TLSA", f"3 1 1 {digest}"
        case Text(value=value) | Key(value=value):
            return "TXT", _strings(value)
        case Address():
            return "A", "ADDRESS"
        case _:
            assert_never(data)


def _strings(value: str) -> str:
    """Quoted strings of at most 255 octets (RFC 1035 section 3.3.14)."""
    whole = value.encode("ascii")
    pieces = [whole[at : at + _LONGEST_STRING] for at in range(0, len(whole), _LONGEST_STRING)]
    return TXT(RdataClass.IN, RdataType.TXT, pieces).to_text()
