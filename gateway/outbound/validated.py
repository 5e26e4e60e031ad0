"""Records that a validating resolver on this machine vouches for, or why there can be no session."""

from dataclasses import dataclass

from gateway.authentication.resolver import Data, DnsUnavailable, Kind, Resolver
from gateway.outbound.delivery import Deferred, NotReady, Why


@dataclass(frozen=True, slots=True)
class Validated:
    """Asks ``resolver`` on behalf of ``why``, the way a next hop proves itself."""

    resolver: Resolver
    why: Why

    async def lookup(self, name: str, kind: Kind) -> tuple[Data, ...]:
        """Every record of ``kind`` at ``name``, validated; empty when there are none. Raises NotReady."""
        try:
            answer = await self.resolver.authenticated(name, kind)
        except DnsUnavailable:
            raise self.not_ready(f"no usable answer for {kind}") from None
        if answer is None:
            raise self.not_ready(f"{kind} is not validated here")
        return answer

    async def addresses(self, host: str) -> tuple[str, ...]:
        """The addresses of ``host``, at least one. Raises NotReady."""
        found = [*await self.lookup(host, "A"), *await self.lookup(host, "AAAA")]
        if not found:
            raise self.not_ready("no address")
        return tuple(address for address in found if isinstance(address, str))

    def not_ready(self, detail: str) -> NotReady:
        """That nothing is sent, and why."""
        return NotReady(Deferred(None, "", self.why, detail))
