"""Who waited for the greeting once is greeted at once from then on: RFC 5321 section 3.1.

A program that talks before it is greeted guesses at the answers. To catch it the greeting waits a moment,
which an honest server should pay for once and not for each connection.
"""

from collections import OrderedDict

_REMEMBERED = 1_000


class Patience:
    """The clients that waited last, at most 1,000 of them. Belongs to one event loop."""

    def __init__(self) -> None:
        self._patient: OrderedDict[str, None] = OrderedDict()

    def seconds_for(self, client_ip: str, seconds: float) -> float:
        """How long the greeting of ``client_ip`` waits: ``seconds``, or 0 for one that waited before."""
        return 0.0 if client_ip in self._patient else seconds

    def learn(self, client_ip: str, *, talks: bool) -> None:
        """Remembers that ``client_ip`` kept silent until it was greeted, or forgets it when it talked."""
        if talks:
            self._patient.pop(client_ip, None)
            return
        self._patient[client_ip] = None
        self._patient.move_to_end(client_ip)
        if len(self._patient) > _REMEMBERED:
            self._patient.popitem(last=False)
