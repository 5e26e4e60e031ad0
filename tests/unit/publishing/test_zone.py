from gateway.publishing.asking import Standing, State
from gateway.publishing.records import Installation, records
from gateway.publishing.zone import as_json, zone_lines
from gateway.texts.errors import spoken

OURS = Installation("mx.pepingen.example", ("pepingen.example",), is_mx=True, key_digest="ab" * 32)


def told(language: str) -> list[str]:
    states = (State.PRESENT, State.MISSING, State.DIFFERENT, State.UNKNOWN)
    found = tuple(
        Standing(record, states[number % 4], ("v=other",) if states[number % 4] is State.DIFFERENT else ())
        for number, record in enumerate(records(OURS))
    )
    return [spoken(line, language) for line in zone_lines(OURS, found)]


def test_what_counts_in_a_zone_is_the_same_in_every_language_and_its_comments_are_not() -> None:
    english = [line.partition("  ; ")[0] for line in told("en") if line[:1] != ";"]
    for language, words in (("nl", ("staat er", "ontbreekt")), ("fr", ("présent", "absent"))):
        lines = told(language)
        assert [line.partition("  ; ")[0] for line in lines if line[:1] != ";"] == english
        remarks = {line for line in lines if line[:2] == "; " and line[2] != " " and " IN " not in line}
        assert len(remarks) > len(english) / 2
        assert not remarks & set(told("en"))
        assert all(any(line.endswith(f"  ; {word}") for line in lines) for word in words)


def test_what_a_program_reads_of_a_record_is_english() -> None:
    rows = as_json(OURS, tuple(Standing(record, State.MISSING) for record in records(OURS)))["records"]
    assert {row["state"] for row in rows} == {"missing"}
    assert rows[0]["remark"] == "The gateway's public address, A and AAAA."
