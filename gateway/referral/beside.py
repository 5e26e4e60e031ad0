"""What a field of the client holds beside the client's own datum: named, as everything left behind is."""

from gateway.decision import Client
from gateway.referral.claims import Claim
from gateway.referral.names import POLITE, residue_of
from gateway.referral.recognisers import kinds_in
from gateway.slots.address import Gazetteer
from gateway.slots.email import read_emails
from gateway.slots.house_number import BOX_WORDS, NUMBER_WORDS
from gateway.slots.labels import classify, fold
from gateway.slots.phone import read_phones
from gateway.slots.remarks import says_nothing, without_remarks
from gateway.slots.terms import CONTACT, NAMES, Person

_COUNTRIES = frozenset(("be", "b", "belgie", "belgique", "belgium", "belgien"))


def kinds_beside(
    claim: Claim, phones: tuple[str, ...], client: Client, gazetteer: Gazetteer, *, elsewhere: bool
) -> frozenset[str]:
    """The kinds of what ``claim`` holds and ``client`` has not; ``phones`` are the numbers as written in it.

    What no recogniser knows is a remark, but in the address of a client who lives ``elsewhere``: there it is
    the name of the place. Words that only repeat what the label asks for are nothing.
    """
    text = ", ".join(claim.values)
    found = {"other_person"} if without_remarks(text).speaks_of_another() else set()
    if any(set(read_phones(written) or ()) - set(client.phone) for written in phones):
        found.add("phone_of_another")
    if any(set(read_emails(word) or ()) - set(client.email) for word in text.split() if "@" in word):
        found.add("email_of_another")
    residue = _residue(text, claim, client)
    if _adds_nothing(residue, claim, gazetteer):
        return frozenset(found)
    told = found | kinds_in(residue)
    if not told and not (elsewhere and frozenset(claim.slots).isdisjoint(NAMES | CONTACT)):
        told.add("remark")
    return frozenset(told)


def _residue(text: str, claim: Claim, client: Client) -> str:
    """The words, folded, of ``text`` that are not the client's datum nor belong to its spelling."""
    slots = frozenset(claim.slots)
    if slots <= NAMES:
        left = residue_of(text, f"{client.first_name} {client.last_name}").split()
        return " ".join(word for word in left if word not in POLITE)
    if slots <= CONTACT:
        words = fold(" ".join(w for w in text.replace(" @ ", "@").split() if "@" not in w)).split()
        return " ".join(word for word in words if not word.isdigit())
    if client.address is None:
        return ""
    address = client.address
    held = f"{address.street} {address.number} {address.box} {address.postcode} {address.municipality}"
    spelled = (fold(address.number + address.box), fold(address.postcode))
    around = _COUNTRIES | BOX_WORDS | NUMBER_WORDS
    left = [word for word in residue_of(text, held).split() if word not in around]
    return " ".join(word for word in left if not any(word in kept for kept in spelled))


def _adds_nothing(residue: str, claim: Claim, gazetteer: Gazetteer) -> bool:
    """Whether ``residue`` is a word of the label ("gsm"), of the client or a place of the policy."""
    if says_nothing(residue) or gazetteer.postcodes_of(residue):
        return True
    asked = "naam" if claim.slots[0] in NAMES else "telefoon" if claim.slots[0] in CONTACT else "adres"
    label = classify(f"{asked} {residue}")
    if label is None or label.category or label.heading:
        return False
    return label.person in (Person.UNSAID, Person.CLIENT) or label.person.is_parent
