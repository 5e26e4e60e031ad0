"""The policies in force together: at most one for each recipient."""

from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from gateway.mail.address import Address, parse_address
from gateway.policy.load import Loaded, PolicyError, load
from gateway.policy.model import Policy
from gateway.policy.source import START, Problem

SUFFIXES = frozenset((".yaml", ".yml"))


@dataclass(frozen=True, slots=True)
class PolicyBook:
    """The policies, in the order of their files' names. ``unready`` are values still to be filled in."""

    policies: tuple[Policy, ...]
    unready: tuple[Problem, ...] = ()

    def for_recipient(self, recipient: Address) -> Policy | None:
        """The policy that governs mail to ``recipient``; None when no policy does."""
        for policy in self.policies:
            if any(parse_address(name).same_mailbox(recipient) for name in policy.recipients):
                return policy
        return None

    def domains(self) -> frozenset[str]:
        """The domains that some policy's recipients are in."""
        return frozenset(parse_address(name).domain for one in self.policies for name in one.recipients)


def load_book(folder: Path) -> PolicyBook:
    """Every policy in ``folder``: its files ending in .yaml or .yml, hidden ones left out.

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
        wrong = "the policies' folder cannot be read"
        remedy = "Check `policies` in the configuration, or make the folder."
        raise PolicyError((Problem(str(folder), START, wrong, remedy),)) from None
    if not files:
        remedy = "Put one file for each protocol in it, its name ending in .yaml."
        raise PolicyError((Problem(str(folder), START, "no policy in this folder", remedy),))
    return files


def _is_policy(file: Path) -> bool:
    return file.suffix in SUFFIXES and not file.name.startswith(".")


def _clashes(loaded: list[Loaded]) -> list[Problem]:
    """Refusals of two policies that carry one name or govern one recipient, told at the later one."""
    return [problem for one, other in combinations(loaded, 2) for problem in _clashes_of(one, other)]


def _clashes_of(one: Loaded, other: Loaded) -> list[Problem]:
    problems: list[Problem] = []
    if one.policy.ref.protocol == other.policy.ref.protocol:
        wrong = f"the same protocol as in {_where(one, ('protocol',))}"
        place = other.source.at(("protocol",))
        problems.append(other.source.problem(place, wrong, "Give each its own name."))
    for index, mine in enumerate(one.policy.recipients):
        for number, theirs in enumerate(other.policy.recipients):
            if parse_address(mine).same_mailbox(parse_address(theirs)):
                wrong = f"the same recipient as in {_where(one, ('recipients', index))}"
                place = other.source.at(("recipients", number))
                problems.append(other.source.problem(place, wrong, "Keep each recipient in one policy."))
    return problems


def _where(loaded: Loaded, path: tuple[str | int, ...]) -> str:
    place = loaded.source.at(path)
    return f"{loaded.source.file}:{place.line}:{place.column}"
