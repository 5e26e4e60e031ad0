"""Objects of a PDF as the kinds they should be: whatever else stands there counts as empty."""

from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, TextStringObject


def as_dictionary(found: object) -> DictionaryObject:
    """The dictionary that ``found`` is or points to; an empty one when it is none."""
    resolved = found.get_object() if isinstance(found, PdfObject) else None
    return resolved if isinstance(resolved, DictionaryObject) else DictionaryObject()


def as_array(found: object) -> ArrayObject:
    """The array that ``found`` is or points to; an empty one when it is none."""
    resolved = found.get_object() if isinstance(found, PdfObject) else None
    return resolved if isinstance(resolved, ArrayObject) else ArrayObject()


def as_numbers(found: object) -> tuple[float, ...]:
    """The numbers in the array that ``found`` is or points to."""
    return tuple(float(item) for item in as_array(found) if isinstance(item, (int, float)))


def as_text(found: object) -> str:
    """The text that ``found`` is or points to; of a list of choices, each on a line of its own."""
    resolved = found.get_object() if isinstance(found, PdfObject) else None
    if isinstance(resolved, ArrayObject):
        return "\n".join(item for item in resolved if isinstance(item, str))
    return str(resolved) if isinstance(resolved, TextStringObject) else ""
