"""The names of the processes of one installation among the ledger's nodes."""

from gateway.ledger.place import Site
from gateway.ledger.snapshot import snapshot

_OPEN = (
    "SELECT DISTINCT node FROM record AS intent WHERE type = 'intent' AND NOT EXISTS"
    " (SELECT 1 FROM record WHERE id = intent.id AND type = 'outcome')"
)


def node_of(name: str, worker: int) -> str:
    """The node that worker number ``worker`` of installation ``name`` is; the first is ``name`` itself."""
    return name if worker == 1 else f"{name}.{worker}"


def dismissed(site: Site, name: str, workers: int) -> tuple[str, ...]:
    """The nodes of ``name`` above number ``workers`` that left a transfer without outcome.

    Raises LedgerUnavailable.
    """
    with snapshot(site.place) as connection:
        found = tuple(str(node) for (node,) in connection.execute(_OPEN))
    numbers = {node: node.removeprefix(f"{name}.") for node in found if node.startswith(f"{name}.")}
    return tuple(
        node
        for node, number in numbers.items()
        if number.isascii() and number.isdigit() and int(number) > workers
    )
