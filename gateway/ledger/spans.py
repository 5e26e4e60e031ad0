"""Sets of record numbers as spans, both ends included: what an erasure says of the records it covers."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from gateway.ledger.canonical import Json
from gateway.said import say

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Spans:
    """Disjoint spans in order, no two of them adjacent."""

    spans: tuple[Span, ...] = ()

    @classmethod
    def of(cls, found: Iterable[Span]) -> "Spans":
        """The union of ``found``, which may overlap and come in any order."""
        merged: list[Span] = []
        for first, last in sorted(found):
            if merged and first <= merged[-1][1] + 1:
                merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
            else:
                merged.append((first, last))
        return cls(tuple(merged))

    def __contains__(self, seq: int) -> bool:
        at = bisect_right(self.spans, seq, key=lambda span: span[0]) - 1
        return at >= 0 and seq <= self.spans[at][1]

    def __len__(self) -> int:
        return sum(last - first + 1 for first, last in self.spans)

    def json(self) -> Json:
        """As it is recorded: a list of pairs."""
        return [list(span) for span in self.spans]


def spans_of(value: Json, below: int) -> Spans:
    """The numbers under ``below`` in what ``json`` made; nothing when it is not that.

    Raises ValueError for what only looks like it: a span turned around, or spans out of order.
    """
    spans = Spans(tuple(_spans(value)))
    if any(first > last for first, last in spans.spans):
        raise ValueError(say("a span that ends before it begins"))
    if any(one[1] + 1 >= other[0] for one, other in pairwise(spans.spans)):
        raise ValueError(say("spans out of order"))
    return Spans(tuple((first, min(last, below - 1)) for first, last in spans.spans if first < below))


def _spans(value: Json) -> Iterator[Span]:
    for item in value if isinstance(value, list) else ():
        match item:
            case [int(first), int(last)]:
                yield first, last
            case _:
                raise ValueError(say("not a span"))
