"""The JSON Schemas of the YAML files, made from the code that reads them.

``python -m gateway.schemas FOLDER`` writes them below FOLDER, the root of the project.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gateway import config
from gateway.policy import document

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def documents() -> Mapping[Path, str]:
    """The text of each schema by its path from the project's root."""
    return {
        Path("config/gateway.schema.json"): _text("The gateway's configuration", config.schema()),
        Path("policies/policy.schema.json"): _text("A protocol's policy", document.schema()),
    }


def write(root: Path) -> None:
    """Writes every schema below ``root``."""
    for path, text in documents().items():
        (root / path).write_text(text, encoding="utf-8")


def _text(title: str, schema: Mapping[str, Any]) -> str:
    return json.dumps({"$schema": _DIALECT, **schema, "title": title}, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    write(Path(sys.argv[1]))
