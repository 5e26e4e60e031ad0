"""Where computing is done: at once when it is little, in a thread when it is more."""

import asyncio
from collections.abc import Callable
from typing import ParamSpec, TypeVar

#: Computed on in a few milliseconds: to hand it to a thread and to wait for that would take longer.
SMALL_BYTES = 16_384

_P = ParamSpec("_P")
_T = TypeVar("_T")


async def aside(small: bool, work: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
    """What ``work`` returns. A long letter takes a while, and the others must not wait for it."""
    return work(*args, **kwargs) if small else await asyncio.to_thread(work, *args, **kwargs)
