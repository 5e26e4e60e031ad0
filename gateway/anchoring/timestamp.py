"""A time stamp over the checkpoint from an authority (RFC 3161): it existed then, whoever has the key now."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import structlog
from cryptography import x509
from rfc3161_client import (
    HashAlgorithm,
    TimestampRequestBuilder,
    TimeStampResponse,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)
from rfc3161_client.tsp import TimeStampRequest

from gateway.anchoring.failed import AnchorFailed
from gateway.anchoring.post import post
from gateway.ledger import anchors
from gateway.ledger.anchors import Standing
from gateway.ledger.record import Entry

#: How far this machine's clock and the authority's may be apart.
SKEW = timedelta(minutes=5)
_OK = 200
_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class TimestampWay:
    """Asks the authority at ``url``, whose certificates come from the authorities in the PEM file ``ca``."""

    url: str
    ca: Path
    clock: Callable[[], datetime]

    async def lay(self, standing: Standing) -> Entry:
        """What to record of the time stamp: signature, nonce and imprint verified. Raises AnchorFailed."""
        note = standing.note.encode()
        request = TimestampRequestBuilder().data(note).hash_algorithm(HashAlgorithm.SHA256).build()
        answer = await post(self.url, request.as_bytes(), "application/timestamp-query")
        if answer.status != _OK:
            raise AnchorFailed(f"HTTP {answer.status}")
        response = self._verified(answer.body, request, note)
        apart = response.tst_info.gen_time - self.clock()
        if abs(apart) > SKEW:
            seconds = round(apart.total_seconds())
            _log.error("clock differs from the time stamp authority's", **{"gateway.clock.skew": seconds})
        return anchors.time_stamped(standing.note, self.url, answer.body)

    def _verified(self, data: bytes, request: TimeStampRequest, note: bytes) -> TimeStampResponse:
        try:
            response = decode_timestamp_response(data)
            builder = VerifierBuilder.from_request(request)
            for certificate in x509.load_pem_x509_certificates(self.ca.read_bytes()):
                builder = builder.add_root_certificate(certificate)
            builder.build().verify_message(response, note)
        except OSError:
            raise AnchorFailed("the authority's certificate file cannot be read") from None
        except (VerificationError, ValueError):
            raise AnchorFailed("the time stamp does not verify") from None
        return response


def stamped_at(response: bytes) -> datetime:
    """The time that a recorded TimeStampResp names. Raises ValueError."""
    return decode_timestamp_response(response).tst_info.gen_time
