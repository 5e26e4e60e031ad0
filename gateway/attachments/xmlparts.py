"""XML inside office files to a tree, within bounds: no entities, no network, not many elements.

Names are compared without their namespace: transitional and strict OOXML say the same in two.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from lxml import etree

from gateway.attachments.sheaf import Refused
from gateway.decision import Code

MAX_ELEMENTS = 200_000
MAX_DEPTH = 120
MAX_BYTES = 8 * 1024 * 1024
MAX_EQUALS = 400_000  # no more attributes than signs that give them a value
_CHUNK = 64 * 1024

Element = etree._Element


def parse_xml(content: bytes) -> Element:
    """The root of ``content``. Raises Refused: not well-formed, a document type, or beyond bounds."""
    if len(content) > MAX_BYTES or content.count(b"=") > MAX_EQUALS:
        raise Refused(Code.MESSAGE_TOO_COMPLEX)
    parser = etree.XMLPullParser(
        events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        depth = elements = 0
        for start in range(0, len(content), _CHUNK):
            parser.feed(content[start : start + _CHUNK])
            for event, _ in parser.read_events():
                depth += 1 if event == "start" else -1
                elements += event == "start"
                if depth > MAX_DEPTH or elements > MAX_ELEMENTS:
                    raise Refused(Code.MESSAGE_TOO_COMPLEX)
        return _without_doctype(parser.close())
    except etree.XMLSyntaxError:
        raise Refused(Code.MESSAGE_ATTACHMENT) from None


def _without_doctype(root: Element) -> Element:
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refused(Code.MESSAGE_ATTACHMENT)
    return root


def local(element: Element) -> str:
    """The element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: Element, name: str, default: str = "") -> str:
    """The attribute ``name`` in whatever namespace; ``default`` when there is none."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return default


def child(element: Element, name: str) -> Element | None:
    """The first child called ``name``, None when there is none."""
    return next((inner for inner in element if local(inner) == name), None)


def below(element: Element, *names: str) -> Element | None:
    """The element at the end of the path ``names`` of first children, None when a step is missing."""
    found: Element | None = element
    for name in names:
        found = None if found is None else child(found, name)
    return found


def with_heirs(names: Iterable[str], bases: Mapping[str, str]) -> frozenset[str]:
    """``names`` of styles and all that build on them; ``bases``: what each style builds on."""
    heirs: defaultdict[str, list[str]] = defaultdict(list)
    for name, base in bases.items():
        heirs[base].append(name)
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(heirs[name])
    return frozenset(found)
