"""When the certificates and keys of the configuration end. Asked once an hour: it takes GnuPG a while."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from gateway.config import Config
from gateway.expiry import chain_in, first_to_end
from gateway.outbound import pgp
from gateway.outbound.fitness import NotSealed
from gateway.sealed.gnupg import Gnupg, TooMuch
from gateway.sealed.gpg_home import require_home
from gateway.sealed.gpg_keys import keys_of

SOON_DAYS = 30
_AGAIN = timedelta(hours=1)
_MOST = 1 << 20


@dataclass(frozen=True, slots=True)
class Expiry:
    """A certificate or key, what it is for (a key of ``texts.console``), and its end.

    ``ends`` is None for one that has no end, and for one that is not ``readable`` here.
    """

    name: str
    use: str
    ends: datetime | None
    readable: bool = True


@dataclass(slots=True)
class Expiries:
    """Those of ``config``, what cannot be read before the others, then the first to end first."""

    config: Config
    clock: Callable[[], datetime]
    _asked: datetime | None = None
    _found: tuple[Expiry, ...] = ()
    _busy: threading.Lock = field(default_factory=threading.Lock)

    def known(self) -> tuple[Expiry, ...]:
        """All, as they were at most an hour ago."""
        with self._busy:
            now = self.clock()
            if self._asked is None or not timedelta() <= now - self._asked < _AGAIN:
                self._found = tuple(sorted(_all(self.config, now), key=_order))
                self._asked = now
            return self._found


def _order(one: Expiry) -> tuple[bool, bool, str, str]:
    return one.readable, one.ends is None, one.ends.isoformat() if one.ends else "", one.name


def _all(config: Config, now: datetime) -> Iterator[Expiry]:
    console = config.console
    yield _certificate(config.tls.certificate, "use_tls")
    if console is not None and console.certificate is not None:
        yield _certificate(console.certificate, "use_console")
    for pair in config.keys.smime:
        yield _certificate(pair.certificate, "use_open")
    if config.keys.smime_authorities is not None:
        yield _certificate(config.keys.smime_authorities, "use_signers")
    if config.tls.client_ca is not None:
        yield _certificate(config.tls.client_ca, "use_clients")
    if config.keys.pgp_home is not None:
        yield from asyncio.run(_of_home(config.keys.pgp_home))
    for keys in config.mailboxes:
        if keys.certificate is not None:
            yield _certificate(keys.certificate, "use_seal")
        if keys.pgp_key is not None:
            try:
                yield Expiry(keys.pgp_key.name, "use_seal", asyncio.run(pgp.load_key(keys, now)).expires)
            except NotSealed:
                yield Expiry(keys.pgp_key.name, "use_seal", None, readable=False)


def _certificate(file: Path, use: str) -> Expiry:
    try:
        return Expiry(file.name, use, first_to_end(chain_in(file)).not_valid_after_utc)
    except (OSError, ValueError):
        return Expiry(file.name, use, None, readable=False)


async def _of_home(home: Path) -> list[Expiry]:
    """The keys of the home that open mail, and those of signers."""
    gnupg = Gnupg(home, most=_MOST)
    try:
        require_home(home)
        found = keys_of(await gnupg.keys())
        return [Expiry(one.fingerprint[-16:], _use(opens=one.opens), one.expires) for one in found]
    except (OSError, TooMuch):
        return [Expiry(home.name, "use_open", None, readable=False)]
    finally:
        await gnupg.close()


def _use(*, opens: bool) -> str:
    return "use_open" if opens else "use_signers"
