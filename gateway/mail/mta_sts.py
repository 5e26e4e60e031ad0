"""MTA-STS, RFC 8461: where a domain announces and hands out its policy, and what the policy says."""

from dataclasses import dataclass

HTTPS = 443
_VERSION = "STSv1"
_MOST_SECONDS = 31_557_600  # section 3.2: max_age is at most a year


@dataclass(frozen=True, slots=True)
class StsPolicy:
    """A domain's policy (section 3.2): its mode, the patterns of its mail servers, its life in seconds."""

    mode: str
    mx: tuple[str, ...]
    max_age: int


def record_name(domain: str) -> str:
    """Where the policy of ``domain`` is announced (section 3.1)."""
    return f"_mta-sts.{domain}"


def policy_host(domain: str) -> str:
    """The name of the web server that hands out the policy of ``domain`` (section 3.3)."""
    return f"mta-sts.{domain}"


def policy_url(domain: str, port: int = HTTPS) -> str:
    """Where the policy of ``domain`` is (section 3.3)."""
    where = f":{port}" if port != HTTPS else ""
    return f"https://{policy_host(domain)}{where}/.well-known/mta-sts.txt"


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
