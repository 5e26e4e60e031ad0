"""What the gateway logs: JSON lines with ECS field names, and nothing of a message.

Libraries log what they handle, addresses and content included. Of their records only logger,
level and the exception's class are kept.
"""

import logging
import sys
from typing import TextIO

import structlog


class _NamesOnly(logging.Handler):
    """Says that a library had something to say, not what."""

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[0] if record.exc_info else None
        structlog.get_logger().warning(
            "library", **{"log.logger": record.name, "error.type": error.__name__ if error else None}
        )


def configure(stream: TextIO = sys.stderr) -> None:
    """Sends the gateway's own events to ``stream``, one JSON object a line, times in UTC."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="@timestamp"),
            structlog.processors.EventRenamer("message"),
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.WriteLoggerFactory(stream),
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(handlers=[_NamesOnly(logging.WARNING)], level=logging.WARNING, force=True)
