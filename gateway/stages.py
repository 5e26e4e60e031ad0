"""How long each stage of a transfer takes, told to whoever observes in this context (PEP 567)."""

import time
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from typing import Literal, TypeVar

T = TypeVar("T")
Stage = Literal["authenticating", "opening", "reading", "deciding", "composing", "recording", "delivering"]
#: Given the stage and its seconds.
Observer = Callable[[Stage, float], None]


def _nobody(_stage: Stage, _seconds: float) -> None:
    """Nobody observes."""


OBSERVER: ContextVar[Observer] = ContextVar("observer", default=_nobody)


async def timed(stage: Stage, work: Awaitable[T]) -> T:
    """What ``work`` yields, or raises; the observer is told how long that took."""
    begun = time.monotonic()
    try:
        return await work
    finally:
        OBSERVER.get()(stage, time.monotonic() - begun)
