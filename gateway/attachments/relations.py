"""Open Packaging Conventions (ECMA-376 part 2): which part of an Office file points to which."""

import posixpath
from dataclasses import dataclass

from gateway.attachments.archive import Container
from gateway.attachments.xmlparts import attribute, parse_xml


@dataclass(frozen=True, slots=True)
class Relation:
    """A part that another one points to: by ``id``, of ``kind`` (the last step of its type)."""

    id: str
    kind: str
    target: str


def relations(container: Container, part: str) -> tuple[Relation, ...]:
    """What ``part`` (empty: the file as a whole) points to inside the file, in order."""
    folder, _, name = part.rpartition("/")
    source = posixpath.join(folder, "_rels", f"{name}.rels")
    content = container.read_if_present(source)
    if not content:
        return ()
    return tuple(
        Relation(
            attribute(element, "Id"),
            attribute(element, "Type").rpartition("/")[2],
            _within(folder, attribute(element, "Target")),
        )
        for element in parse_xml(content)
        if attribute(element, "TargetMode") != "External"
    )


def main_part(container: Container) -> str:
    """The name of the part that holds the document; empty when the container is no Office file."""
    if "[Content_Types].xml" not in container.names:
        return ""
    targets = [found.target for found in relations(container, "") if found.kind == "officeDocument"]
    return targets[0] if len(targets) == 1 else ""


def _within(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
