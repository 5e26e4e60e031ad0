"""A next hop that the mailbox's own domain names as its mail server, over HTTPS: MTA-STS, RFC 8461.

``Published`` asks and remembers; reading and judging are pure. Here MTA-STS is not opportunistic: no
policy, one that is not enforced or one that does not name the next hop means that nothing is sent.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from gateway.authentication.resolver import Resolver
from gateway.outbound.delivery import NotReady
from gateway.outbound.validated import Validated
from gateway.web import Request, WebUnavailable, ask

_VERSION = "STSv1"
_OK = 200
_HTTPS = 443
_MOST_SECONDS = 31_557_600  # RFC 8461 section 3.2: max_age is at most a year
_FETCH_SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class StsPolicy:
    """A domain's policy (section 3.2): its mode, the patterns of its mail servers, its life in seconds."""

    mode: str
    mx: tuple[str, ...]
    max_age: int


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
    port: int = _HTTPS
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
        found = await self._asked.lookup(f"_mta-sts.{self.domain}", "TXT")
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


def policy_host(domain: str) -> str:
    """The name of the web server that hands out the policy of ``domain`` (section 3.3)."""
    return f"mta-sts.{domain}"


def policy_url(domain: str, port: int = _HTTPS) -> str:
    """Where the policy of ``domain`` is (section 3.3)."""
    where = f":{port}" if port != _HTTPS else ""
    return f"https://{policy_host(domain)}{where}/.well-known/mta-sts.txt"


async def fetch(domain: str, address: str, port: int = _HTTPS) -> StsPolicy | None:
    """What the policy host of ``domain`` hands out at the IP ``address``, None when that is no policy.

    Raises WebUnavailable, also when its certificate is not of that host by the system's authorities.
    """
    answer = await ask(Request("GET", policy_url(domain, port), address=address, seconds=_FETCH_SECONDS))
    is_text = answer.status == _OK and answer.media_type == "text/plain"
    return read_policy(answer.body) if is_text else None


def read_policy(text: bytes) -> StsPolicy | None:
    """The policy in ``text``, None when it is none (section 3.2). Keys that are not known are passed over."""
    try:
        lines = [line.partition(":") for line in text.decode("ascii").splitlines() if line.strip()]
    except UnicodeDecodeError:
        return None
    pairs = [(key.strip(), value.strip()) for key, _, value in lines]
    first = dict(reversed(pairs))  # of a key that is repeated the first counts, but for mx
    age = first.get("max_age", "")
    if first.get("version") != _VERSION or not (age.isdecimal() and len(age) <= len(str(_MOST_SECONDS))):
        return None
    mx = tuple(value.lower() for key, value in pairs if key == "mx")
    mode = first.get("mode", "")
    known = (mode in {"enforce", "testing"} and mx) or mode == "none"
    return StsPolicy(mode, mx, min(int(age), _MOST_SECONDS)) if known else None


def names(policy: StsPolicy, host: str) -> bool:
    """Whether ``policy`` names ``host``; ``*.`` stands for one label alone (section 4.1)."""
    name = host.lower().rstrip(".")
    above = name.partition(".")[2]
    return name in policy.mx or (bool(above) and f"*.{above}" in policy.mx)
