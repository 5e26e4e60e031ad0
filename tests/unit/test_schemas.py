import json
from pathlib import Path

import pytest

from gateway import schemas

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("path", schemas.documents())
def test_the_checked_in_schema_is_current(path: Path) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == schemas.documents()[path]


def test_writing_the_schemas_makes_the_checked_in_files(tmp_path: Path) -> None:
    for path in schemas.documents():
        (tmp_path / path).parent.mkdir(exist_ok=True)

    schemas.write(tmp_path)

    assert {path: (tmp_path / path).read_text(encoding="utf-8") for path in schemas.documents()} == (
        schemas.documents()
    )


@pytest.mark.parametrize("path", schemas.documents())
def test_every_level_of_a_schema_forbids_unknown_keys(path: Path) -> None:
    schema = json.loads(schemas.documents()[path])

    for level in (schema, *schema["$defs"].values()):
        if level["type"] == "object":
            assert level["additionalProperties"] is False, level["title"]


@pytest.mark.parametrize("path", schemas.documents())
def test_an_editor_has_something_to_say_of_every_key(path: Path) -> None:
    schema = json.loads(schemas.documents()[path])

    levels = (schema, *schema["$defs"].values())
    keys = [key for level in levels for key in level.get("properties", {}).items()]
    assert len(keys) > 20
    # A key with keys of its own is told where those are defined.
    untold = [name for name, key in keys if "description" not in key and "$ref" not in json.dumps(key)]
    assert untold == []
    assert all(level["description"] for level in schema["$defs"].values())


@pytest.mark.parametrize(
    "file",
    [
        "config/gateway.yaml",
        "policies/opgroeien-ocmw-pepingen.yaml",
        "tests/demo/policies/kindengezin-pepingen.yaml",
    ],
)
def test_the_first_line_of_a_shipped_file_points_editors_at_its_schema(file: str) -> None:
    first = (ROOT / file).read_text(encoding="utf-8").splitlines()[0]

    mark, _, target = first.partition("$schema=")
    assert mark == "# yaml-language-server: "
    assert ((ROOT / file).parent / target).resolve() in {ROOT / path for path in schemas.documents()}
