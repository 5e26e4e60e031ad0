"""What one transaction of the writer adds to the ledger."""

from dataclasses import dataclass, field

from gateway.ledger.errors import RecordError
from gateway.ledger.merkle import Node, Tree
from gateway.ledger.record import Group, Header, Leaf, RecordType


@dataclass(slots=True)
class Batch:
    """What one transaction adds to a tree. Filled by one call, then read."""

    tree: Tree
    note: str = ""
    results: list[Leaf | RecordError] = field(default_factory=list)
    records: list[tuple[Header, tuple[Group, ...]]] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    kept: dict[int, str] = field(default_factory=dict)

    def intents(self) -> set[str]:
        """The ids of the intents in it."""
        return {header.id for header, _ in self.records if header.type is RecordType.INTENT}
