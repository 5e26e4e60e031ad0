"""The policies: readable, filled in, and in force today."""

from collections.abc import Iterator
from datetime import date

from gateway.config import Keys
from gateway.doctor.remark import Code, Remark, error, ok, warning
from gateway.policy.book import PolicyBook
from gateway.policy.model import Policy
from gateway.policy.source import Problem
from gateway.said import say


def problem_remarks(code: Code, problems: tuple[Problem, ...]) -> Iterator[Remark]:
    """Each problem of a file as an error at its place."""
    for problem in problems:
        detail = say("{where}: {wrong}", where=problem.where(), wrong=problem.wrong)
        yield error(code, detail, problem.remedy)


def policy_remarks(book: PolicyBook, today: date) -> Iterator[Remark]:
    """On every policy in ``book`` as of ``today``."""
    for policy in book.policies:
        name = policy.ref.protocol
        yield ok(Code.POLICY, say("{name} is well-formed", name=name))
        yield _period_remark(policy, today)
        if policy.suspended is not None:
            detail = say("{name} is suspended: every mail to it is refused", name=name)
            yield warning(
                Code.POLICY_SUSPENDED, detail, say("Write {setting} to resume.", setting="suspended: null")
            )
    yield from problem_remarks(Code.POLICY_LABEL, book.unready)


def content_remarks(book: PolicyBook, keys: Keys) -> Iterator[Remark]:
    """On every policy in ``book`` that asks for sealed or signed content: whether ``keys`` let any in."""
    for policy in book.policies:
        asked = {policy.encryption.content, *(policy.encryption.per_sender or {}).values()}
        if asked != {"optional"}:
            yield _content_remark(policy, keys, signed="signed" in asked)


def _content_remark(policy: Policy, keys: Keys, *, signed: bool) -> Remark:
    name, accepted = policy.ref.protocol, policy.encryption.accept
    held = {"smime": bool(keys.smime), "pgp": keys.pgp_home is not None}
    if not any(held[way] for way in accepted):
        return error(
            Code.POLICY_CONTENT,
            say("{name} asks for sealed content, and the gateway holds no key that opens it", name=name),
            say(
                "Write keys.smime or keys.pgp_home, of a kind in encryption.accept. "
                "Until then that mail is refused."
            ),
        )
    if signed and not (keys.smime_authorities or (keys.pgp_home and policy.senders.pgp_keys)):
        return error(
            Code.POLICY_CONTENT,
            say("{name} asks for signed content, and nobody's signature counts", name=name),
            say(
                "Write keys.smime_authorities, or keys.pgp_home and senders.pgp_keys. "
                "Until then that mail is refused."
            ),
        )
    well = say("{name} asks for sealed content, and the gateway has keys for it", name=name)
    return ok(Code.POLICY_CONTENT, well)


def _period_remark(policy: Policy, today: date) -> Remark:
    name, period = policy.ref.protocol, policy.valid
    if today < period.from_:
        detail = say("{name} is in force only from {day}", name=name, day=period.from_)
        remedy = say("Nothing passes until then. Correct valid.from if that is wrong.")
        return warning(Code.POLICY_PERIOD, detail, remedy)
    if period.until is not None and today > period.until:
        detail = say("{name} ended on {day}", name=name, day=period.until)
        remedy = say("Nothing passes. Renew the protocol and valid.until, or remove the file.")
        return error(Code.POLICY_PERIOD, detail, remedy)
    return ok(Code.POLICY_PERIOD, say("{name} is in force", name=name))
