"""Sensitivity labels that Office writes into its files (MS-OFFCRYPTO 2.6.3 and 2.6.4)."""

from gateway.attachments.archive import Container
from gateway.attachments.xmlparts import Element, attribute, local, parse_xml
from gateway.mail.document import FileLabel

_LABEL_INFO = "docMetadata/LabelInfo.xml"
_CUSTOM = "docProps/custom.xml"
_PREFIX = "msip_label_"
_TRUE = ("1", "true")


def labels_in(container: Container) -> tuple[FileLabel, ...]:
    """The labels of an Office file; an older one has them among its custom properties alone.

    Raises Refused when the parts that hold them are damaged.
    """
    newer, older = container.read_if_present(_LABEL_INFO), container.read_if_present(_CUSTOM)
    found = _of_label_info(parse_xml(newer)) if newer else []
    found += _of_properties(parse_xml(older)) if older else []
    return tuple(dict.fromkeys(found))


def _of_label_info(root: Element) -> list[FileLabel]:
    return [
        FileLabel(
            _guid(attribute(label, "siteId")),
            _guid(attribute(label, "id")),
            attribute(label, "enabled") in _TRUE and attribute(label, "removed") not in _TRUE,
        )
        for label in root
        if local(label) == "label"
    ]


def _of_properties(root: Element) -> list[FileLabel]:
    """``MSIP_Label_<id>_Enabled`` and ``MSIP_Label_<id>_SiteId``, each a property of its own."""
    said: dict[str, dict[str, str]] = {}
    for item in root:
        name = attribute(item, "name").lower()
        if name.startswith(_PREFIX):
            label, _, key = name.removeprefix(_PREFIX).partition("_")
            said.setdefault(_guid(label), {})[key] = "".join(map(str, item.itertext())).strip().lower()
    return [
        FileLabel(_guid(keys.get("siteid", "")), label, keys.get("enabled") == "true")
        for label, keys in said.items()
    ]


def _guid(text: str) -> str:
    return text.strip().strip("{}").lower()
