"""What is different from one policy to another, in plain words. Pure; a sentence for every key."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date

from gateway.decision import FieldName
from gateway.policy.model import AcceptedLabel, Policy, Processor, Residence
from gateway.texts.changes import SENTENCES, sentences
from gateway.texts.saying import Sentences

Path = tuple[str, ...]

# The digest stands for the whole file: it changes with every comment, and that is no change of the rules.
_SILENT = frozenset({"ref.digest", "original.text", "original.streets"})
_KEYS = (SENTENCES["en"].single, SENTENCES["en"].came, SENTENCES["en"].lists, _SILENT)
SPOKEN_OF = frozenset(key for keys in _KEYS for key in keys)
# What amounts to no value, where that is not None: a person is told that it comes, or that it goes.
_NOTHING = {"notify_sender": "never", "delivery.seal": "none"}
# What is chosen from the words of the program, and not a person's own words, has its word in each language.
_CHOSEN = frozenset({
    *("ref.language", "unlisted_senders", "senders.authentication", "senders.null_sender"),
    *("encryption.content", "encryption.rights_managed", "encryption.accept", "fields.prose"),
    *("residence.otherwise", "superfluous", "notify_sender", "delivery.seal"),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Speech:
    """A language's sentences, and what becomes of an unlisted sender's mail."""

    in_words: Sentences
    unlisted: str


def changes(old: Policy, new: Policy, language: str = "en") -> tuple[str, ...]:
    """What people notice when ``new`` takes the place of ``old``, a sentence each; empty: nothing."""
    in_words = sentences(language)
    speech = _Speech(in_words, in_words.phrases[f"unlisted_{new.unlisted_senders}"])
    return tuple(_changes(speech, (), old, new))


def _changes(speech: _Speech, path: Path, old: object, new: object) -> Iterator[str]:
    if old == new:
        return
    name = ".".join(path)
    if name in _SILENT:
        return
    if name in speech.in_words.lists:
        yield from _list_changes(speech, name, old, new)
    elif name in SPOKEN_OF:
        before, after = (_called(speech.in_words, name, one) for one in (old, new))
        yield _single(speech.in_words, name, old, new).format(old=before, new=after)
    elif old is None or new is None:
        yield from _part_changes(speech, name, new)
    else:
        yield from _key_changes(speech, path, old, new)


def _single(words: Sentences, name: str, old: object, new: object) -> str:
    nothing = "" if name.startswith("parties.") else _NOTHING.get(name)
    said = words.came if old == nothing else words.went if new == nothing else words.single
    return said[name]


def _key_changes(speech: _Speech, path: Path, old: object, new: object) -> Iterator[str]:
    if not is_dataclass(new):
        raise AssertionError(f"no sentence for {'.'.join(path)}")
    for key in fields(new):
        yield from _changes(speech, (*path, key.name), getattr(old, key.name), getattr(new, key.name))


def _part_changes(speech: _Speech, name: str, new: object) -> Iterator[str]:
    """On a part that was not there before, or is no longer."""
    yield speech.in_words.phrases[f"{name}_{'went' if new is None else 'came'}"]
    if isinstance(new, Residence):
        yield from _list_changes(speech, "residence.places", {}, new.places)
        if new.streets is not None:
            yield from _list_changes(speech, "residence.streets", None, new.streets)


def _list_changes(speech: _Speech, name: str, old: object, new: object) -> Iterator[str]:
    if name == "residence.streets" and None in (old, new):
        yield speech.in_words.phrases["streets_went" if new is None else "streets_came"]
        return
    came, went = speech.in_words.lists[name]
    before, after = _entries(old), _entries(new)
    gone, new_ones = [one for one in before if one not in after], [one for one in after if one not in before]
    for sentence, entries in ((went, gone), (came, new_ones)):
        for entry in entries:
            yield sentence.format(_called(speech.in_words, name, entry), unlisted=speech.unlisted)


def _entries(value: object) -> list[object]:
    """The entries of a tuple; of a mapping a pair each, and of a mapping to tuples one for each of these."""
    match value:
        case dict():
            return [(key, one) for key, many in value.items() for one in _many(many)]
        case tuple():
            return list(value)
        case _:
            return []


def _many(value: object) -> Iterable[object]:
    return value if isinstance(value, tuple) else (value,)


def _called(words: Sentences, name: str, value: object) -> str:
    match value:
        case str() if name in _CHOSEN:
            return words.values[value]
        case (str(pattern), str(level)) if name == "encryption.per_sender":
            return f"{pattern} ({words.values[level]})"
        case int() if name.startswith("retention."):
            return words.phrases["day" if value == 1 else "days"].format(count=value)
        case _:
            return _said(words, value)


def _said(words: Sentences, value: object) -> str:
    match value:
        case AcceptedLabel(tenant, guid, name):
            return words.phrases["label"].format(name=name or guid, tenant=tenant, id=guid)
        case tuple():
            parted = words.phrases["or"] if all(isinstance(one, FieldName) for one in value) else " "
            return parted.join(_said(words, one) for one in value)
        case date():
            return value.isoformat()
        case Processor(name, role):
            return f"{name} ({role})" if role else name
        case FieldName():
            return words.values[value]
        case _:
            return str(value)
