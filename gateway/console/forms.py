"""A form as a browser posts it, read in memory alone: nothing of it is ever on the disk."""

from contextlib import aclosing
from dataclasses import dataclass, field
from typing import TypedDict

from python_multipart.multipart import parse_options_header
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser
from starlette.requests import Request

# To tempfile.SpooledTemporaryFile this is no limit: the bytes never move from memory to a file.
_NEVER_ON_DISK = 0


class _Limits(TypedDict):
    max_fields: int
    max_part_size: int


@dataclass(frozen=True, slots=True)
class Form:
    """The last value of each field, and the content of the one file; both empty when nothing was posted."""

    fields: dict[str, str] = field(repr=False)
    upload: bytes = field(repr=False)


async def form_of(request: Request, *, most_bytes: int, most_fields: int, most_files: int) -> Form | None:
    """The form in ``request``, a field of at most ``most_bytes``; None when it is none, or holds too much."""
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    limits = _Limits(max_fields=most_fields, max_part_size=most_bytes)
    try:
        async with aclosing(request.stream()) as stream:
            if kind == b"application/x-www-form-urlencoded":
                return await _read(await FormParser(request.headers, stream, **limits).parse())
            if not kind:
                return Form({}, b"")
            # No browser names a charset; some of those Python knows make text of what is none (UTF-7).
            if kind != b"multipart/form-data" or b"charset" in options:
                return None
            parser = MultiPartParser(request.headers, stream, max_files=most_files, **limits)
            parser.spool_max_size = _NEVER_ON_DISK
            return await _read(await parser.parse())
    except (MultiPartException, ValueError):
        return None


async def _read(data: FormData) -> Form:
    try:
        fields = {name: value for name, value in data.multi_items() if isinstance(value, str)}
        files = [value for _, value in data.multi_items() if isinstance(value, UploadFile)]
        return Form(fields, await files[0].read() if files else b"")
    finally:
        await data.close()
