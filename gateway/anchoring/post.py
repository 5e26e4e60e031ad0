"""What an authority or a witness answers over HTTP, or that the anchor failed."""

from gateway.anchoring.failed import AnchorFailed
from gateway.web import Answer, Request, WebUnavailable, ask


async def post(url: str, body: bytes, content_type: str) -> Answer:
    """What the server at ``url`` (http or https, its certificate verified) answers to ``body``.

    Raises AnchorFailed when there is no answer, or one of more than 64 KiB.
    """
    try:
        return await ask(Request("POST", url, body, content_type))
    except WebUnavailable as error:
        raise AnchorFailed(str(error)) from error
