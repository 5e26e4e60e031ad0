import pytest

from gateway.authentication import dmarc
from gateway.authentication.dmarc import Record
from gateway.authentication.resolver import resolver_for
from gateway.mail.facts import Method, Outcome
from tests.support.zone import Records, Trouble, serving

SPF, DKIM = Method(Outcome.FAIL), Method(Outcome.FAIL)


async def discovered(records: Records, domain: str = "mail.kindengezin.example") -> Record | Outcome:
    async with serving(records) as zone:
        return await dmarc.discover(resolver_for((zone.address,)), domain)


async def test_the_author_domains_own_record_comes_first() -> None:
    records = {
        "_dmarc.mail.kindengezin.example": {"TXT": ["v=DMARC1; p=none; adkim=s"]},
        "_dmarc.kindengezin.example": {"TXT": ["v=DMARC1; p=reject; aspf=s"]},
    }
    assert await discovered(records) == Record(strict_dkim=True)
    del records["_dmarc.mail.kindengezin.example"]
    assert await discovered(records) == Record(strict_spf=True)


async def test_other_text_beside_the_record_does_not_hide_it() -> None:
    records = {"_dmarc.kindengezin.example": {"TXT": ["hello", "v=DMARC10; p=none", "v=DMARC1; p=none"]}}
    assert await discovered(records, "kindengezin.example") == Record()


async def test_several_records_are_none_and_end_the_search() -> None:
    records = {
        "_dmarc.mail.kindengezin.example": {"TXT": ["v=DMARC1; p=none", "v=DMARC1; p=reject"]},
        "_dmarc.kindengezin.example": {"TXT": ["v=DMARC1; p=reject"]},
    }
    assert await discovered(records) is Outcome.NONE


async def test_no_record_anywhere_is_none() -> None:
    assert await discovered({}) is Outcome.NONE


@pytest.mark.parametrize("name", ["_dmarc.mail.kindengezin.example", "_dmarc.kindengezin.example"])
async def test_a_failing_name_server_is_a_temporary_error(name: str) -> None:
    assert await discovered({name: Trouble.SERVFAIL}) is Outcome.TEMPERROR


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("v=DMARC1;p=none", Record()),
        (" v = DMARC1 ; p = Reject ; adkim = S ; aspf = r ; ", Record(strict_dkim=True)),
        ("v=DMARC1; rua=mailto:x@kindengezin.example", Record()),
        ("v=DMARC1", Outcome.NONE),
        ("v=DMARC1; p=perhaps", Outcome.NONE),
        ("v=DMARC1; p=none; p=reject", Outcome.NONE),
    ],
)
def test_a_record_is_read_by_its_tags(text: str, expected: Record | Outcome) -> None:
    assert dmarc.parse_record(text) == expected


@pytest.mark.parametrize(
    ("domain", "organisation"),
    [
        ("kindengezin.example", "kindengezin.example"),
        ("a.b.KindenGezin.example", "kindengezin.example"),
        ("mail.opgroeien.co.uk", "opgroeien.co.uk"),
        ("co.uk", "co.uk"),
        ("example", "example"),
        ("opgroeien.vlaanderen", "opgroeien.vlaanderen"),
    ],
)
def test_the_organisational_domain_is_one_below_the_public_suffix(domain: str, organisation: str) -> None:
    assert dmarc.organisational_domain(domain) == organisation


@pytest.mark.parametrize(
    ("domain", "relaxed", "strict"),
    [
        ("kindengezin.example", True, True),
        ("mail.kindengezin.example", True, False),
        ("kindengezin.example.evil.example", False, False),
        ("evilkindengezin.example", False, False),
        ("example", False, False),
        ("", False, False),
    ],
)
def test_alignment_is_of_the_organisation_or_strictly_of_the_domain(
    domain: str, relaxed: bool, strict: bool
) -> None:
    method = Method(Outcome.PASS, domain)
    for record, expected in ((Record(), relaxed), (Record(True, True), strict), (Outcome.NONE, relaxed)):
        spf, dkim = dmarc.align(record, "kindengezin.example", method, (method,))
        assert (spf.aligned, dkim[0].aligned) == (expected, expected)


def test_two_customers_of_one_public_suffix_do_not_align() -> None:
    assert not dmarc.same_organisation("evil.co.uk", "kindengezin.co.uk")


@pytest.mark.parametrize(
    ("spf", "dkim", "expected"),
    [
        (Method(Outcome.PASS, "x", aligned=True), DKIM, Outcome.PASS),
        (SPF, Method(Outcome.PASS, "x", aligned=True), Outcome.PASS),
        (Method(Outcome.TEMPERROR, "x", aligned=True), Method(Outcome.PASS, "x", aligned=True), Outcome.PASS),
        (Method(Outcome.PASS, "x"), Method(Outcome.PASS, "x"), Outcome.FAIL),
        (Method(Outcome.TEMPERROR, "x", aligned=True), DKIM, Outcome.TEMPERROR),
        (Method(Outcome.TEMPERROR, "x"), DKIM, Outcome.FAIL),
        (SPF, DKIM, Outcome.FAIL),
    ],
)
def test_one_aligned_pass_is_enough_and_an_unaligned_one_counts_for_nothing(
    spf: Method, dkim: Method, expected: Outcome
) -> None:
    assert dmarc.conclude(Record(), spf, (dkim,)) is expected


@pytest.mark.parametrize("record", [Outcome.NONE, Outcome.TEMPERROR])
def test_without_a_record_nothing_passes(record: Outcome) -> None:
    passed = Method(Outcome.PASS, "kindengezin.example", aligned=True)
    assert dmarc.conclude(record, passed, (passed,)) is record
