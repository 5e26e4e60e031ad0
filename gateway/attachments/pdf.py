"""PDF (ISO 32000) to the lines a person sees, columns parted by tabs.

pypdf opens the file; what its own text extraction cannot tell (invisible text, white text, text in
form objects) is worked out in ``pdfpage``. Scripts, embedded files and links are not read.
"""

from collections.abc import Iterator
from io import BytesIO

import pypdf
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError
from pypdf.generic import DictionaryObject

from gateway.attachments.pdflayout import Piece, lines_of
from gateway.attachments.pdfobjects import as_array, as_dictionary, as_numbers, as_text
from gateway.attachments.pdfpage import Budget, pieces_of, upright
from gateway.attachments.pdfstate import Matrix, point
from gateway.attachments.sheaf import Refused, Sheaf
from gateway.decision import Code
from gateway.mail.document import Block

MAX_PAGES = 50
MAX_OBJECTS = 20_000
_MAX_STREAM = 8 * 1024 * 1024
_LIMITS = pypdf.get_configuration().with_overwrites(
    maximum_declared_stream_length=10 * 1024 * 1024,
    array_based_stream_maximum_output_length=_MAX_STREAM,
    lzw_maximum_output_length=_MAX_STREAM,
    run_length_maximum_output_length=_MAX_STREAM,
    zlib_maximum_output_length=_MAX_STREAM,
    zlib_maximum_recovery_input_length=256 * 1024,
    brotli_maximum_output_length=_MAX_STREAM,
    stream_filters_maximum_length=4,
    stream_decoding_work_maximum_length=2 * _MAX_STREAM,
    stream_parsing_work_maximum_count=300_000,
    array_maximum_element_count=50_000,
    dictionary_maximum_element_count=20_000,
    page_tree_maximum_entries=1_000,
    page_tree_maximum_page_entries=20_000,
    page_tree_maximum_depth=30,
    disable_legacy_handling=True,
)
_HIDDEN_FLAGS = 2 | 32  # Hidden, NoView (ISO 32000-1, table 165)
_PASSWORD_FIELD = 1 << 13
_FIELD_SIZE, _INSET = 10.0, 2.0


def read_pdf(content: bytes, place: str) -> tuple[Block, ...]:
    """The visible lines of every page. Raises Refused (encrypted, a scan, beyond bounds), DeceptiveText."""
    if content.count(b" obj") > MAX_OBJECTS:
        raise Refused(Code.MESSAGE_TOO_COMPLEX)
    sheaf = Sheaf(place)
    with pypdf.apply_configuration(_LIMITS):
        try:
            reader = pypdf.PdfReader(BytesIO(content), strict=False)
            if reader.is_encrypted:
                raise Refused(Code.MESSAGE_ATTACHMENT_ENCRYPTED)
            if _has_layers_off(reader):
                raise Refused(Code.MESSAGE_ATTACHMENT)
            _read_pages(reader, sheaf)
        except LimitReachedError:
            raise Refused(Code.MESSAGE_TOO_COMPLEX) from None
        except (PyPdfError, DependencyError):
            raise Refused(Code.MESSAGE_ATTACHMENT) from None
    if not sheaf.blocks():
        raise Refused(Code.MESSAGE_PICTURE)
    return sheaf.blocks()


def _read_pages(reader: pypdf.PdfReader, sheaf: Sheaf) -> None:
    budget = Budget()
    if len(reader.pages) > MAX_PAGES:
        raise Refused(Code.MESSAGE_TOO_COMPLEX)
    for page in reader.pages:
        matrix, box = upright(page)
        pieces = [*pieces_of(page, matrix, budget), *_annotated(page, matrix)]
        seen = [piece for piece in pieces if box.holds(piece.x, piece.y)]
        for line in lines_of(seen):
            sheaf.add_line(line)
        sheaf.add_gap()


def _annotated(page: pypdf.PageObject, matrix: Matrix) -> Iterator[Piece]:
    """What form fields and typed notes show, each where it stands on the page."""
    for found in as_array(page.get("/Annots")):
        annotation = as_dictionary(found)
        flags = annotation.get("/F", 0)
        if isinstance(flags, int) and flags & _HIDDEN_FLAGS:
            continue
        rectangle = as_numbers(annotation.get("/Rect"))
        if len(rectangle) == 4:
            yield from _lines_in(_shown_by(annotation), rectangle, matrix)


def _shown_by(annotation: DictionaryObject) -> str:
    match annotation.get("/Subtype"):
        case "/FreeText":
            return as_text(annotation.get("/Contents"))
        case "/Widget":
            kind, value, flags = (_inherited(annotation, key) for key in ("/FT", "/V", "/Ff"))
            if isinstance(flags, int) and flags & _PASSWORD_FIELD and kind == "/Tx":
                return ""
            return as_text(value) if kind in ("/Tx", "/Ch") else ""
    return ""


def _lines_in(text: str, rectangle: tuple[float, ...], matrix: Matrix) -> Iterator[Piece]:
    left, right = sorted((rectangle[0], rectangle[2]))
    bottom, top = sorted((rectangle[1], rectangle[3]))
    lines = [line for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line.strip()]
    size = min(_FIELD_SIZE, max(top - bottom, 1.0) / max(len(lines), 1))
    middle = (top + bottom) / 2 + (len(lines) - 1) * size * 0.6
    for number, line in enumerate(lines):
        baseline = middle - number * size * 1.2 - size * 0.35
        x, y = point(matrix, left + _INSET, baseline)
        yield Piece(x, y, x + min(right - left, 0.5 * size * len(line)), size, line)


def _inherited(annotation: DictionaryObject, key: str) -> object:
    """A field's value, or that of the field it belongs to (ISO 32000-1, 12.7.3.1)."""
    for _ in range(10):
        if key in annotation:
            return annotation.get(key)
        annotation = as_dictionary(annotation.get("/Parent"))
    return None


def _has_layers_off(reader: pypdf.PdfReader) -> bool:
    """Whether some optional content is not shown: which of the text that is, is not worked out."""
    setting = as_dictionary(as_dictionary(reader.root_object.get("/OCProperties")).get("/D"))
    return bool(as_array(setting.get("/OFF"))) or setting.get("/BaseState", "/ON") != "/ON"
