"""An officer who fills in the breach wizard, and what they are handed."""

import io
import re
import zipfile

import docx
from httpx2 import Response
from starlette.testclient import TestClient

from tests.support.console import post

_HIDDEN = re.compile(r'name="(csrf|version)" value="([^"]*)"')


def begun(visitor: TestClient) -> str:
    """The path of a new draft."""
    return post(visitor, "/breach", "/breach").headers["location"].removesuffix("/when")


def hidden(visitor: TestClient, page: str) -> dict[str, str]:
    """What the form of ``page`` carries unseen."""
    return dict(_HIDDEN.findall(visitor.get(page).text))


def fill(visitor: TestClient, draft: str, step: str, go: str = "next", **fields: str) -> Response:
    """Sends the form of ``step`` as it was just shown."""
    page = f"{draft}/{step}"
    return visitor.post(page, data={**hidden(visitor, page), "go": go, **fields})


def make(visitor: TestClient, draft: str, **fields: str) -> Response:
    """Asks for the dossier that the last step shows."""
    given = {"made_for": "zaak 9", "kind": "docx", "dossier_language": "nl"} | fields
    return visitor.post(f"{draft}/dossier", data={**hidden(visitor, f"{draft}/make"), **given})


def unpacked(answer: Response) -> dict[str, bytes]:
    """The files of the download by name."""
    assert answer.status_code == 200
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def text_of(content: bytes) -> str:
    """All text of a DOCX."""
    document = docx.Document(io.BytesIO(content))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(paragraph.text for paragraph in document.paragraphs), *cells))
