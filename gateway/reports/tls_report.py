"""What was seen of TLS towards the next hop in one day: an aggregate report of RFC 8460. Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from gateway.config_hosts import is_ip
from gateway.ledger.canonical import Json
from gateway.ledger.record import Outcome
from gateway.ledger.transfers import Transfer
from gateway.reports.tally import was_handed_on

PolicyType = Literal["tlsa", "sts", "no-policy-found"]
_SECOND = timedelta(seconds=1)
#: Ends of a delivery that only a protected session can have.
_OVER_TLS = (Outcome.ACCEPTED, Outcome.REJECTED, Outcome.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Towards:
    """Whom the report is about, and by whom: ``sender`` is the gateway's own name, ``host`` the next hop.

    ``domain`` is the one whose policy counts (section 4.4), in ``kind`` of policy.
    """

    sender: str
    host: str
    domain: str
    kind: PolicyType


@dataclass(frozen=True, slots=True)
class Counts:
    """Deliveries that had a protected session, and of those that had none how many for which reason."""

    successful: int
    failed: tuple[tuple[str, int], ...]


def bounds(day: date) -> tuple[datetime, datetime]:
    """The first moment of the UTC day, and that of the next (section 4.1)."""
    begin = datetime.combine(day, time(), UTC)
    return begin, begin + timedelta(days=1)


def counted(transfers: Iterable[Transfer]) -> Counts:
    """The deliveries among ``transfers``. One is taken for one session, whichever it went over.

    In neither number: what the gateway itself refused, what never got as far as TLS, what a crash left open.
    """
    successful, failed = 0, Counter[str]()
    for transfer in transfers:
        if transfer.tls_result:
            failed[transfer.tls_result] += 1
        elif was_handed_on(transfer) and transfer.outcome in _OVER_TLS and transfer.reply is not None:
            successful += 1
    return Counts(successful, tuple(sorted(failed.items())))


def report(day: date, towards: Towards, counts: Counts) -> dict[str, Json]:
    """The JSON object of section 4.4 over ``day``."""
    begin, end = bounds(day)
    failures = sum(number for _, number in counts.failed)
    return {
        "organization-name": towards.sender,
        "date-range": {"start-datetime": _spelled(begin), "end-datetime": _spelled(end - _SECOND)},
        "contact-info": f"postmaster@{towards.sender}",
        "report-id": f"{day.isoformat()}-{towards.domain}@{towards.sender}",
        "policies": [
            {
                "policy": {"policy-type": towards.kind, "policy-domain": towards.domain},
                "summary": {
                    "total-successful-session-count": counts.successful,
                    "total-failure-session-count": failures,
                },
                "failure-details": [_failure(towards.host, *each) for each in counts.failed],
            }
        ],
    }


def file_name(day: date, towards: Towards) -> str:
    """What section 5.1 calls the compressed report."""
    begin, end = bounds(day)
    stamps = f"{begin.timestamp():.0f}!{(end - _SECOND).timestamp():.0f}"
    return f"{towards.sender}!{towards.domain}!{stamps}.json.gz"


def _failure(host: str, result: str, number: int) -> dict[str, Json]:
    where = "receiving-ip" if is_ip(host) else "receiving-mx-hostname"
    return {"result-type": result, where: host, "failed-session-count": number}


def _spelled(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
