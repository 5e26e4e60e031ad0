"""Forms that came just after a session had ended: in memory, for minutes, for the same person alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from gateway.console.roles import Person

LONGEST = timedelta(minutes=15)
_MOST = 32
#: More than all texts of a step together may have.
MOST_TYPED = 262_144
_Key = tuple[str, str, str]


@dataclass(slots=True)
class Held:
    """What was typed, by person and path, until it is kept or ``LONGEST`` has passed."""

    _forms: dict[_Key, tuple[Mapping[str, str], datetime]] = field(default_factory=dict, repr=False)

    def put(self, person: Person, path: str, form: Mapping[str, str], now: datetime) -> bool:
        """Holds ``form``; False when it is too long. The oldest makes room when there are too many."""
        self.sweep(now)
        if sum(map(len, form.values())) > MOST_TYPED:
            return False
        self._forms.pop(_key(person, path), None)
        while len(self._forms) >= _MOST:
            del self._forms[next(iter(self._forms))]
        self._forms[_key(person, path)] = {name: text for name, text in form.items() if name != "csrf"}, now
        return True

    def of(self, person: Person, path: str, now: datetime) -> Mapping[str, str] | None:
        """What ``person`` typed in the form of ``path``."""
        self.sweep(now)
        found = self._forms.get(_key(person, path))
        return found[0] if found else None

    def drop(self, person: Person, path: str) -> None:
        """Forgets it, if it is there."""
        self._forms.pop(_key(person, path), None)

    def sweep(self, now: datetime) -> None:
        """Forgets what is too old."""
        for key, (_, at) in tuple(self._forms.items()):
            if abs(now - at) > LONGEST:
                self._forms.pop(key, None)


def _key(person: Person, path: str) -> _Key:
    return person.name, person.source, path
