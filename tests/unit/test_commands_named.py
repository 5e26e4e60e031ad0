"""Every command that a page, a text or a remedy names is one that there is, with options that it has."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from gateway.cli import main

ROOT = Path(__file__).parents[2]
PAGES = (
    ROOT / "README.md",
    *sorted((ROOT / "docs").glob("*/*.md")),
    *sorted((ROOT / "tests/broken").glob("expected*.txt")),
)
GUIDES = tuple(ROOT / "docs" / name for name in ("en/admin.md", "en/dpo.md", "nl/beheerder.md", "nl/dpo.md"))
SOURCES = sorted((ROOT / "gateway").rglob("*.py"))
IN_A_BLOCK = re.compile(
    r"^ *(?:\$ |runuser -u gateway -- )?(?:LC_ALL=\S+ )?(gateway [a-z][^\n]*)$", re.MULTILINE
)
IN_A_LINE = re.compile(r"`(gateway [a-z][^`\n]*)`")
BLOCK = re.compile(r"^ *```(?:sh|console)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
MAKE = re.compile(r"(?:`|^|\$ )make ([a-z][a-z-]*)", re.MULTILINE)
#: What stands for a number, a file or a person in a sentence, not on a command line.
ELLIPSIS = re.compile(r" ?…| \.\.\.$")

#: A terminal's line without the longest name and the room around it.
MOST_ON_A_LINE = 58


def named(text: str) -> Iterator[str]:
    """The commands of the gateway that ``text`` names, in its blocks and in its lines."""
    for block in BLOCK.findall(text):
        yield from IN_A_BLOCK.findall(block.replace("\\\n", " "))
    yield from IN_A_LINE.findall(text)


def understood(line: str) -> click.Command:
    """The command that ``line`` starts. Raises a UsageError when there is none, or not with these options."""
    words = shlex.split(ELLIPSIS.sub("", line), comments=True)
    words = words[1 : words.index(">")] if ">" in words else words[1:]
    command: click.Command = main
    context = click.Context(main, info_name="gateway")
    while isinstance(command, click.Group) and words[:1] and words[0][0] != "-":
        name, below, words = command.resolve_command(context, words)
        assert below is not None
        command, context = below, click.Context(below, info_name=name, parent=context)
    command.make_parser(context).parse_args(list(words))
    return command


def commands(command: click.Command, name: str = "gateway") -> Iterator[tuple[str, click.Command]]:
    """The command and all below it, by name."""
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            assert found is not None
            yield from commands(found, f"{name} {below}")


def test_what_a_command_does_is_told_whole_on_one_line() -> None:
    for name, command in commands(main):
        said = command.get_short_help_str()
        assert said.endswith("."), name
        assert not said.endswith(("...", "(art.")), name
        assert said.count("(") == said.count(")"), name
        assert len(said) <= MOST_ON_A_LINE, name


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_command_that_a_page_names_is_understood(path: Path) -> None:
    found = tuple(named(path.read_text("utf-8")))
    assert found or path not in GUIDES
    for line in found:
        understood(line)


def test_every_command_that_a_remedy_names_is_understood() -> None:
    found = [line for path in SOURCES for line in IN_A_LINE.findall(path.read_text("utf-8"))]
    assert len(found) > 10
    for line in found:
        understood(re.sub(r"\{[^}]*\}", "X", line))


@pytest.mark.parametrize("path", [GUIDES[0], GUIDES[2]], ids=lambda path: path.name)
def test_the_guide_names_the_commands_that_take_no_configuration(path: Path) -> None:
    without = {
        name
        for name, command in commands(main)
        if not isinstance(command, click.Group) and all("--config" not in one.opts for one in command.params)
    }
    (told,) = re.findall(r"`--config`:\s([^.]*)\.", path.read_text("utf-8"))
    assert set(IN_A_LINE.findall(told)) == without


def test_every_target_of_make_that_a_page_names_is_there() -> None:
    targets = set(re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for path in PAGES:
        assert set(MAKE.findall(path.read_text("utf-8"))) <= targets, path.name


@pytest.mark.parametrize("line", ["gateway chek", "gateway check --ofline", "gateway transfers lists"])
def test_a_command_that_there_is_not_is_found(line: str) -> None:
    with pytest.raises(click.UsageError):
        understood(line)
