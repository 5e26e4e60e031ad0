"""The JSON Schemas of the YAML files, made from the code that reads them, each key told as in the guide.

``python -m gateway.schemas FOLDER`` writes them below FOLDER, the root of the project. Both need a checkout:
the guide is not installed with the code.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from gateway import config
from gateway.policy import document

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_GUIDE = Path(__file__).parents[1] / "docs/en/admin.md"
_ROW = re.compile(r"^\| (`[^|]+`) \| [^|]+ \| (.+) \|$", re.MULTILINE)
_LINK = re.compile(r"\[([^]]+)]\([^)]+\)")


def documents() -> Mapping[Path, str]:
    """The text of each schema by its path from the project's root."""
    told = _told(_GUIDE.read_text(encoding="utf-8"))
    return {
        Path("config/gateway.schema.json"): _text("The gateway's configuration", config.schema(), told),
        Path("policies/policy.schema.json"): _text("A protocol's policy", document.schema(), told),
    }


def write(root: Path) -> None:
    """Writes every schema below ``root``."""
    for path, text in documents().items():
        (root / path).write_text(text, encoding="utf-8")


def _told(guide: str) -> Mapping[str, str]:
    """What the guide's tables of three columns say of each dotted key; of one told twice the first."""
    rows = [(keys, _LINK.sub(r"\1", meaning)) for keys, meaning in _ROW.findall(guide)]
    return {key: meaning for keys, meaning in reversed(rows) for key in re.findall(r"`([^`]+)`", keys)}


def _text(title: str, schema: Mapping[str, Any], told: Mapping[str, str]) -> str:
    whole = json.loads(json.dumps({"$schema": _DIALECT, **schema, "title": title}))
    for path, key in _keys(whole, whole):
        if path in told:
            key["description"] = told[path]
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _keys(
    schema: Mapping[str, Any], level: Mapping[str, Any], path: str = ""
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each key that takes a value, by its dotted path; those of a list of mappings too."""
    for name, key in level["properties"].items():
        choices = (key, *key.get("anyOf", ()), key.get("items", {}))
        below = [choice["$ref"].rpartition("/")[2] for choice in choices if "$ref" in choice]
        if below and "properties" in schema["$defs"][below[0]]:
            yield from _keys(schema, schema["$defs"][below[0]], f"{path}{name}.")
        else:
            yield f"{path}{name}", key


if __name__ == "__main__":
    write(Path(sys.argv[1]))
