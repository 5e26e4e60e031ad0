"""Whose claims count: the one client a referral is about, or the places where it stays open.

A section or label that says "cliënt" decides. Else data under nobody's name is the client's, unless
a parent is named too: then that name may be a child's, save where its own telephone or mail stands
before the parent and nobody's stands behind. A parent may be the client when no other adult is named.
"""

from gateway.decision import Code, Finding, Result
from gateway.referral.claims import Claim
from gateway.slots.terms import CONTACT, NAMES, Person, Slot


def claims_of_the_client(claims: tuple[Claim, ...]) -> tuple[Claim, ...] | Finding:
    """The claims that speak of the client; a Finding when nobody is named or several could be meant."""
    strangers = tuple(claim for claim in claims if claim.stranger)
    if strangers:
        return _doubt(claims, strangers)
    if _of(claims, Person.CLIENT):
        return _of(claims, Person.CLIENT, Person.UNSAID)
    parents = tuple(claim for claim in claims if claim.person.is_parent)
    unsaid = _of(claims, Person.UNSAID)
    if _named(unsaid):
        return _doubt(unsaid, parents) if _may_be_a_child(claims, parents) else unsaid
    adults = dict.fromkeys(claim.person for claim in _named(parents))
    if len(adults) > 1:
        return _doubt((), _named(parents))
    return _of(claims, *adults, Person.UNSAID) if adults else Finding("client", Result.FAIL, Code.CLIENT_NONE)


def _may_be_a_child(claims: tuple[Claim, ...], parents: tuple[Claim, ...]) -> bool:
    """Whether what is said of nobody may be a child's, with a parent beside it."""
    reached = {claim.person for claim in parents if _holds((claim,), CONTACT)}
    named = _named(parents)
    if any(claim.person in reached for claim in named):
        return True
    if not named:
        return bool(reached) and not _holds(_of(claims, Person.UNSAID), CONTACT)
    first = claims.index(named[0])
    before, behind = _of(claims[:first], Person.UNSAID), _of(claims[first:], Person.UNSAID)
    return not _holds(before, CONTACT) or _holds(behind, CONTACT)


def _of(claims: tuple[Claim, ...], *persons: Person) -> tuple[Claim, ...]:
    return tuple(claim for claim in claims if claim.person in persons)


def _holds(claims: tuple[Claim, ...], slots: frozenset[Slot]) -> bool:
    return any(not slots.isdisjoint(claim.slots) for claim in claims)


def _named(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    return tuple(c for c in claims if not c.person.is_another and not NAMES.isdisjoint(c.slots))


def _doubt(of: tuple[Claim, ...], doubtful: tuple[Claim, ...]) -> Finding:
    """Where the doubtful claims stand; the name in ``of`` too when they name somebody beside it."""
    names = _named(of)[:1] if _named(doubtful) else ()
    places = tuple(dict.fromkeys(claim.place for claim in (*names, *doubtful)))
    return Finding("client", Result.FAIL, Code.CLIENT_AMBIGUOUS, None, places)
