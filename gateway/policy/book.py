"""The policies in force together: at most one for each recipient."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from gateway.mail.address import Address, parse_address
from gateway.policy.load import Loaded, PolicyError, load
from gateway.policy.model import Policy
from gateway.policy.source import START, Problem
from gateway.said import say

SUFFIXES = frozenset((".yaml", ".yml"))


@dataclass(frozen=True, slots=True)
class PolicyBook:
    """The policies, in the order of their files' names. ``unready`` are values still to be filled in."""

    policies: tuple[Policy, ...]
    unready: tuple[Problem, ...] = ()
    _governed: Mapping[tuple[str, str], Policy] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Asked several times a mail, by however many municipalities share the gateway.
        governed = {mailbox: one for one in reversed(self.policies) for mailbox in _mailboxes(one)}
        object.__setattr__(self, "_governed", MappingProxyType(governed))

    def for_recipient(self, recipient: Address) -> Policy | None:
        """The policy that governs mail to ``recipient``; None when no policy does."""
        return self._governed.get(recipient.mailbox)

    def domains(self) -> frozenset[str]:
        """The domains that some policy's recipients are in."""
        return frozenset(parse_address(name).domain for one in self.policies for name in one.recipients)


def load_book(folder: Path) -> PolicyBook:
    """Every policy in ``folder``: its files ending in .yaml or .yml, in capitals too, hidden ones left out.

    Raises PolicyError with the problems of all files together.
    """
    loaded: list[Loaded] = []
    problems: list[Problem] = []
    for file in policy_files(folder):
        try:
            loaded.append(load(file))
        except PolicyError as error:
            problems.extend(error.problems)
    problems.extend(_clashes(loaded))
    if problems:
        raise PolicyError(tuple(problems))
    unready = tuple(problem for one in loaded for problem in one.unready)
    return PolicyBook(tuple(one.policy for one in loaded), unready)


def policy_files(folder: Path) -> tuple[Path, ...]:
    """The policies' files in ``folder`` in order, at least one. Raises PolicyError."""
    try:
        files = tuple(sorted(file for file in folder.iterdir() if _is_policy(file)))
    except (OSError, ValueError):
        wrong = say("the policies' folder cannot be read")
        remedy = say("Check `policies` in the configuration, or make the folder.")
        raise PolicyError((Problem(str(folder), START, wrong, remedy),)) from None
    if not files:
        remedy = say("Put one file for each protocol in it, its name ending in .yaml or .yml.")
        raise PolicyError((Problem(str(folder), START, say("no policy in this folder"), remedy),))
    return files


def _is_policy(file: Path) -> bool:
    return file.suffix.lower() in SUFFIXES and not file.name.startswith(".")


def _mailboxes(policy: Policy) -> tuple[tuple[str, str], ...]:
    return tuple(parse_address(name).mailbox for name in policy.recipients)


def _clashes(loaded: list[Loaded]) -> Iterator[Problem]:
    """Refusals of two policies that carry one name or govern one recipient, told at the later one."""
    names = dict[str, Loaded]()
    mailboxes = dict[tuple[str, str], tuple[Loaded, int]]()
    for one in loaded:
        if (other := names.setdefault(one.policy.ref.protocol, one)) is not one:
            wrong = say("the same protocol as in {place}", place=_where(other, ("protocol",)))
            yield one.source.problem(one.source.at(("protocol",)), wrong, say("Give each its own name."))
        for number, mailbox in enumerate(_mailboxes(one.policy)):
            other, index = mailboxes.setdefault(mailbox, (one, number))
            if other is not one:
                wrong = say("the same recipient as in {place}", place=_where(other, ("recipients", index)))
                place = one.source.at(("recipients", number))
                yield one.source.problem(place, wrong, say("Keep each recipient in one policy."))


def _where(loaded: Loaded, path: tuple[str | int, ...]) -> str:
    place = loaded.source.at(path)
    return f"{loaded.source.file}:{place.line}:{place.column}"
