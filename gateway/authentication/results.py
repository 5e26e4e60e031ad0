"""What a trusted peer's Authentication-Results field says of DMARC: RFC 8601, and Exchange's dialect.

Exchange leaves out the authserv-id and folds where it likes. A trusted peer removes such fields
that it did not write (RFC 8601 section 5), so the topmost one is its own.
"""

from gateway.mail.facts import Outcome
from gateway.mail.header import Field, unfold

_MAX_VALUE = 16 * 1024
_OUTCOMES = {
    "pass": Outcome.PASS,
    "none": Outcome.NONE,
    "bestguesspass": Outcome.NONE,
    "temperror": Outcome.TEMPERROR,
}


def peer_dmarc(fields: tuple[Field, ...], author_domain: str) -> Outcome | None:
    """The DMARC result in the topmost Authentication-Results field; None when it names none.

    FAIL for any result that is in doubt: the field is malformed or over 16 KiB, holds two dmarc
    results, or speaks of another From domain than ``author_domain``.
    """
    raw = next((field.raw for field in fields if field.name == "authentication-results"), None)
    if raw is None:
        return None
    segments = _segments(unfold(raw)) if len(raw) <= _MAX_VALUE else None
    if segments is None:
        return Outcome.FAIL
    found = [words for words in map(_words, segments) if _method(words) == "dmarc"]
    if not found:
        return None
    return _outcome(found[0], author_domain) if len(found) == 1 else Outcome.FAIL


def _outcome(words: list[str], author_domain: str) -> Outcome:
    _, _, result = words[0].partition("=")
    pairs = [word.lower().partition("=") for word in words[1:]]
    if any(value != author_domain for name, _, value in pairs if name == "header.from"):
        return Outcome.FAIL
    return _OUTCOMES.get(result.lower(), Outcome.FAIL)


def _method(words: list[str]) -> str:
    """The method's name without its version (``dmarc/1``), empty for an authserv-id."""
    if not words or "=" not in words[0]:
        return ""
    return words[0].partition("=")[0].partition("/")[0].lower()


def _words(segment: str) -> list[str]:
    """The segment's ``name=value`` words; white space around the sign is allowed and dropped."""
    return "=".join(part.strip() for part in segment.split("=")).split()


def _segments(value: str) -> list[str] | None:
    """``value`` cut at its semicolons, comments left out, quoted text kept whole; None if unbalanced."""
    segments: list[list[str]] = [[]]
    depth, quoted, escaped = 0, False, False
    for char in value:
        if escaped:
            escaped = False
        elif char == "\\" and (quoted or depth):
            escaped = True
        elif char == '"' and not depth:
            quoted = not quoted
        elif not quoted and char in "()":
            depth += 1 if char == "(" else -1
            if depth < 0:
                return None
            segments[-1].append(" ")
        elif not depth and not quoted and char == ";":
            segments.append([])
        elif not depth:
            # A quoted text is one value: what it holds must never read as words or pairs.
            segments[-1].append("_" if quoted and char in " \t=;" else char)
    return None if depth or quoted else ["".join(segment) for segment in segments]
