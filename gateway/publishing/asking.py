"""What the name servers have of a record: it, nothing, something else, or no answer."""

import asyncio
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from gateway.authentication.resolver import DnsUnavailable, Resolver, Tlsa
from gateway.outbound.signing import published_key
from gateway.publishing.records import Address, Exchanger, Key, Pin, Record, Text

_MOST_SHOWN = 300


class State(StrEnum):
    """How a record stands in DNS. ``not asked`` is of a run without name servers."""

    PRESENT = "present"
    MISSING = "missing"
    DIFFERENT = "different"
    UNKNOWN = "unknown"
    NOT_ASKED = "not asked"


@dataclass(frozen=True, slots=True)
class Standing:
    """A record, how it stands, and what is there instead: printable ASCII, each of bounded length."""

    record: Record
    state: State
    there: tuple[str, ...] = ()


async def standings(wanted: tuple[Record, ...], resolver: Resolver | None) -> tuple[Standing, ...]:
    """How each of ``wanted`` stands, in their order; not asked without a ``resolver``."""
    if resolver is None:
        return tuple(Standing(record, State.NOT_ASKED) for record in wanted)
    return tuple(await asyncio.gather(*(_standing(record, resolver) for record in wanted)))


def exit_code(found: tuple[Standing, ...]) -> int:
    """0 when all is present or nothing was asked, 1 for missing or different, 2 when nobody could say."""
    states = {one.state for one in found}
    if State.UNKNOWN in states:
        return 2
    return 1 if states & {State.MISSING, State.DIFFERENT} else 0


async def _standing(record: Record, resolver: Resolver) -> Standing:
    try:
        fits, there = await _found(record, resolver)
    except DnsUnavailable:
        return Standing(record, State.UNKNOWN)
    if fits:
        return Standing(record, State.PRESENT)
    return Standing(record, State.DIFFERENT if there else State.MISSING, tuple(map(_shown, there)))


async def _found(record: Record, resolver: Resolver) -> tuple[bool, tuple[str, ...]]:
    """Whether what is at the name will do, and what is there."""
    match record.data:
        case Exchanger(host):
            found = [data for data in await resolver.lookup(record.name, "MX") if isinstance(data, tuple)]
            there = tuple(f"{preference} {name}." for preference, name in found)
            return {name.lower() for _, name in found} == {host}, there
        case Pin(digest):
            pins = [data for data in await resolver.lookup(record.name, "TLSA") if isinstance(data, Tlsa)]
            wanted = Tlsa(3, 1, 1, bytes.fromhex(digest))
            return wanted in pins, tuple(map(_pin, pins))
        case Address():
            addresses = await resolver.lookup(record.name, "A") or await resolver.lookup(record.name, "AAAA")
            return bool(addresses), ()
        case Key(value):
            texts = await resolver.txt(record.name)
            fits = [published_key(text) for text in texts] == [published_key(value.encode())]
            return fits, tuple(map(_text, texts))
        case Text():
            return _of_its_kind(record.data, tuple(map(_text, await resolver.txt(record.name))))
        case _:
            assert_never(record.data)


def _of_its_kind(wanted: Text, texts: tuple[str, ...]) -> tuple[bool, tuple[str, ...]]:
    there = tuple(text for text in texts if _words(text)[:1] == [wanted.version.lower()])
    if len(there) != 1:
        return False, there
    tags = {part.strip().partition("=")[0].strip().lower() for part in there[0].split(";")}
    same = _words(there[0]) in [_words(value) for value in (wanted.value, *wanted.also)]
    return same or (bool(wanted.tag) and wanted.tag in tags), there


def _words(text: str) -> list[str]:
    return text.lower().replace(";", " ").split()


def _text(data: bytes) -> str:
    return data.decode("ascii", "replace")


def _pin(pin: Tlsa) -> str:
    return f"{pin.usage} {pin.selector} {pin.matching} {pin.data.hex()}"


def _shown(text: str) -> str:
    """What a stranger's zone holds may not move a terminal's cursor, nor end a comment."""
    plain = "".join(char if " " <= char <= "~" else "?" for char in text)
    return plain if len(plain) <= _MOST_SHOWN else f"{plain[:_MOST_SHOWN]}…"
