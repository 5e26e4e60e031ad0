"""What GnuPG says of a message on its status descriptor (its doc/DETAILS), as facts. Pure.

Only what it says in so many words counts. Text it puts out while it is not content is worth nothing.
"""

from dataclasses import dataclass
from typing import Literal

from gateway.mail.protection import SignatureState

_PREFIX = "[GNUPG:] "
_VALID_FIELDS, _ERROR_FIELDS = 10, 7
# gpg-error's codes for what is wrong with our own agent or key, not with the message.
_NO_AGENT, _AGENT, _NO_PINENTRY, _CANCELED = 77, 78, 85, 99
_CODE = 0xFFFF

Line = tuple[str, tuple[str, ...]]
Fate = Literal["opened", "sealed", "broken", "weak", "fault"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One signature: what became of it, and the full fingerprint of the signer's primary key, if known."""

    state: SignatureState
    fingerprint: str = ""


def lines_of(status: bytes) -> tuple[Line, ...]:
    """Each status line as its keyword and arguments."""
    found = []
    for line in status.decode("utf-8", "replace").split("\n"):
        if line.startswith(_PREFIX):
            keyword, *arguments = line.removeprefix(_PREFIX).split(" ")
            found.append((keyword, tuple(arguments)))
    return tuple(found)


def fate_of(lines: tuple[Line, ...]) -> Fate:
    """What became of a message that was to be decrypted.

    ``opened``: it was sealed for us, whole, its integrity protected (RFC 9580 section 5.13), and holds
    one literal text, inside the seal. ``weak``: nothing protects its integrity. ``sealed``: not for a
    key of ours, or for a pass phrase. ``fault``: our own key or agent is not as it must be.
    """
    words = [keyword for keyword, _ in lines]
    info = next((arguments for keyword, arguments in lines if keyword == "DECRYPTION_INFO"), None)
    if any(map(_is_our_fault, lines)) and "NEED_PASSPHRASE_SYM" not in words:
        return "fault"
    if info is None:
        return "sealed" if {"NO_SECKEY", "NEED_PASSPHRASE_SYM"}.intersection(words) else "broken"
    if not _is_protected(info):
        return "weak"
    once = all(words.count(word) == 1 for word in ("BEGIN_DECRYPTION", "PLAINTEXT", "DECRYPTION_OKAY"))
    if not once or "END_DECRYPTION" not in words or "DECRYPTION_FAILED" in words or "BADMDC" in words:
        return "broken"
    order = [words.index(word) for word in ("BEGIN_DECRYPTION", "PLAINTEXT", "END_DECRYPTION")]
    return "opened" if order == sorted(order) else "broken"


def marks_of(lines: tuple[Line, ...]) -> tuple[Mark, ...]:
    """Every signature that was looked at, ``good`` when it fits and its key is valid now."""
    groups: list[list[Line]] = []
    for line in lines:
        if line[0] == "NEWSIG":
            groups.append([])
        elif groups:
            groups[-1].append(line)
    return tuple(_mark(dict(group)) for group in groups)


def _mark(said: dict[str, tuple[str, ...]]) -> Mark:
    valid, unchecked = said.get("VALIDSIG", ()), said.get("ERRSIG")
    if "BADSIG" in said:
        return Mark("broken")
    if len(valid) >= _VALID_FIELDS:
        state: SignatureState = "good" if "GOODSIG" in said else "expired"
        return Mark(state, valid[_VALID_FIELDS - 1].lower())
    if unchecked is not None:
        known = unchecked[_ERROR_FIELDS - 1 : _ERROR_FIELDS]
        return Mark("unknown", "".join(known).strip("-").lower())
    return Mark("broken")


def _is_our_fault(line: Line) -> bool:
    keyword, arguments = line
    if keyword != "ERROR" or len(arguments) < 2 or not arguments[1].isdigit():
        return False
    return int(arguments[1]) & _CODE in (_NO_AGENT, _AGENT, _NO_PINENTRY, _CANCELED)


def _is_protected(info: tuple[str, ...]) -> bool:
    """An MDC (the first number), or an AEAD algorithm (the third)."""
    return any(number not in ("0", "") for number in (*info[:1], *info[2:3]))
