"""A next hop that the mailbox's own domain names as its mail server, over HTTPS: MTA-STS, RFC 8461.

``Published`` asks and remembers. Here MTA-STS is not opportunistic: no
policy, one that is not enforced or one that does not name the next hop means that nothing is sent.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from gateway.authentication.resolver import Resolver
from gateway.mail.mta_sts import HTTPS, StsPolicy, names, policy_host, policy_url, read_policy, record_name
from gateway.outbound.delivery import NotReady
from gateway.outbound.validated import Validated
from gateway.web import Request, WebUnavailable, ask

_OK = 200
_FETCH_SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class Named:
    """The validated addresses of a host that the policy names, not empty."""

    addresses: tuple[str, ...]


@dataclass(slots=True)
class Published:
    """What ``domain`` publishes, kept for as long as it says (section 3.3). Owned by one next hop.

    ``clock`` gives monotonic seconds. ``port`` is where its policy host listens.
    """

    domain: str
    resolver: Resolver
    clock: Callable[[], float] = time.monotonic
    port: int = HTTPS
    _kept: tuple[bytes, StsPolicy, float] | None = field(default=None, init=False)

    @property
    def _asked(self) -> Validated:
        return Validated(self.resolver, "mta-sts")

    async def discover(self, host: str) -> Named:
        """Where ``host`` is, when the domain's enforced policy names it. Raises NotReady."""
        policy = await self._policy()
        if policy.mode != "enforce":
            raise self._asked.not_ready("the policy is not enforced")
        if not names(policy, host):
            raise self._asked.not_ready("the policy names other hosts")
        return Named(await self._asked.addresses(host))

    async def _policy(self) -> StsPolicy:
        """The policy that counts now: a fresh one when its record changed, else the one that is kept."""
        try:
            stamp = await self._stamp()
            if self._kept is None or self._kept[0] != stamp or self._kept[2] <= self.clock():
                policy = await self._fetched()
                self._kept = stamp, policy, self.clock() + policy.max_age
        except NotReady:
            # Section 5.1: while it lasts, a policy that was fetched outlives its record and its web server.
            if self._kept is None or self._kept[2] <= self.clock():
                raise
        return self._kept[1]

    async def _stamp(self) -> bytes:
        """The one record that announces the policy (section 3.1), validated."""
        found = await self._asked.lookup(record_name(self.domain), "TXT")
        announced = [one for one in found if isinstance(one, bytes) and one.startswith(b"v=STSv1")]
        if len(announced) != 1:
            raise self._asked.not_ready("no policy is announced")
        return announced[0]

    async def _fetched(self) -> StsPolicy:
        address = (await self._asked.addresses(policy_host(self.domain)))[0]
        try:
            policy = await fetch(self.domain, address, self.port)
        except WebUnavailable as error:
            raise self._asked.not_ready(f"the policy host fails: {error}") from None
        if policy is None:
            raise self._asked.not_ready("no readable policy")
        return policy


async def fetch(domain: str, address: str, port: int = HTTPS) -> StsPolicy | None:
    """What the policy host of ``domain`` hands out at the IP ``address``, None when that is no policy.

    Raises WebUnavailable, also when its certificate is not of that host by the system's authorities.
    """
    answer = await ask(Request("GET", policy_url(domain, port), address=address, seconds=_FETCH_SECONDS))
    is_text = answer.status == _OK and answer.media_type == "text/plain"
    return read_policy(answer.body) if is_text else None
