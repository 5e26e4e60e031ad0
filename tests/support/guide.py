"""The configuration files that the guide shows, as an administrator copies them."""

import re
from pathlib import Path

GUIDES = {
    "en": Path(__file__).parents[2] / "docs/en/in-front.md",
    "nl": Path(__file__).parents[2] / "docs/nl/ervoor.md",
}
_FILE = re.compile(
    r"^(?P<in> *)<!-- (?:file|bestand): (?P<name>[^\n]*) -->\n *```\w+\n(?P<body>.*?)^ *```$",
    re.MULTILINE | re.DOTALL,
)


def files(language: str = "en") -> dict[str, str]:
    """Each file of the guide by the name above it, its indentation in the guide taken off."""
    text = GUIDES[language].read_text("utf-8")
    return {found["name"]: _outdented(found["body"], len(found["in"])) for found in _FILE.finditer(text)}


def _outdented(body: str, columns: int) -> str:
    return "".join(line[columns:] if line.strip() else "\n" for line in body.splitlines(keepends=True))
