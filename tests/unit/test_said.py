import copy
import errno
from pathlib import Path

import pytest

from gateway.said import Said, either, in_words, joined, reason_of, said_by, say

DUTCH = {
    "{file} is a folder": "{file} is een map",
    "the list: {wrong}": "de lijst: {wrong}",
    "{one} or {other}": "{one} of {other}",
}


def test_what_is_said_is_its_english_text() -> None:
    assert say("{file} is a folder", file="a.yaml") == "a.yaml is a folder"
    assert str(say("close it with }}")) == "close it with }"


def test_it_is_told_in_another_language_and_so_is_what_stands_in_its_gaps() -> None:
    inner = say("{file} is a folder", file="a.yaml")
    assert say("the list: {wrong}", wrong=inner).told(DUTCH) == "de lijst: a.yaml is een map"


def test_what_another_language_has_no_words_for_stays_english() -> None:
    assert say("{n} records", n=3).told(DUTCH) == "3 records"


def test_a_brace_in_a_gap_is_text() -> None:
    said = say("{file} is a folder", file="{0}")
    assert (said, said.told(DUTCH)) == ("{0} is a folder", "{0} is een map")


def test_text_that_was_not_said_is_told_as_it_is() -> None:
    assert in_words("a.yaml", DUTCH) == "a.yaml"


def test_words_to_choose_from_and_lines_are_joined_in_the_same_language() -> None:
    assert either(("a",)) == "a"
    assert either(("a", "b", "c")).told(DUTCH) == "a of b of c"
    two = joined("\n", (say("{file} is a folder", file="a"), say("{file} is a folder", file="b")))
    assert (two, two.told(DUTCH)) == ("a is a folder\nb is a folder", "a is een map\nb is een map")


def test_an_error_tells_what_it_was_raised_with() -> None:
    said = said_by(FileExistsError(say("{file} is a folder", file="a")))
    assert isinstance(said, Said)
    assert said_by(OSError(2, "No such file")) == "[Errno 2] No such file"
    assert said_by(ValueError()) == ""


def test_a_copy_remembers_the_sentence_too() -> None:
    said = say("{file} is a folder }}", file="{x}")
    assert copy.deepcopy(said) == said
    assert copy.deepcopy(said).sentence == said.sentence


def test_thousands_of_lines_are_joined_and_told() -> None:
    lines = joined("\n", (say("{file} is a folder", file=number) for number in range(5_000)))
    assert lines.told(DUTCH).splitlines()[-1] == "4999 is een map"
    assert joined("\n", ()).told(DUTCH) == ""


def test_the_usual_reasons_of_the_operating_system_can_be_told_in_any_language() -> None:
    with pytest.raises(FileNotFoundError) as raised:
        Path("/nowhere/at/all").read_bytes()
    reason = reason_of(raised.value)
    assert reason == "No such file or directory"
    assert in_words(reason, {reason: "Dat is er niet"}) == "Dat is er niet"


def test_any_other_reason_is_as_the_system_says_it() -> None:
    assert not isinstance(reason_of(OSError(errno.EXDEV, "Invalid cross-device link")), Said)
    assert reason_of(OSError(errno.ENOENT, "No such file, it seems")) == "No such file, it seems"
    assert isinstance(reason_of(FileExistsError(say("{file} is there already", file="a"))), Said)
