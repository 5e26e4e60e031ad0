"""What deliveries are signed with: the key, what is published of it, and what the mailbox makes of both."""

from collections.abc import Iterator

from gateway.authentication.resolver import DnsUnavailable
from gateway.config import Config, Signing
from gateway.doctor.certificate import mode_remarks
from gateway.doctor.remark import Code, Remark, error, ok, told_by, warning
from gateway.outbound.route import resolver_of
from gateway.outbound.signing import KeyUnusable, Signer, load_signer, published_key
from gateway.said import say


def signing_remarks(signing: Signing | None) -> Iterator[Remark]:
    """On the key that ``signing`` names, its file, and whether the author's From will be believed."""
    if signing is None:
        return
    try:
        signer = _signer_of(signing)
    except KeyUnusable as failure:
        remedy = say("Make one: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048.")
        yield error(Code.SIGNING_KEY, told_by(failure), remedy)
    else:
        yield _key_remark(signer)
    yield from mode_remarks(Code.SIGNING_KEY_MODE, signing.key)
    yield _author_remark(signing)


async def record_remarks(config: Config) -> tuple[Remark, ...]:
    """On what the name servers publish of the key; silent without a key that can be read."""
    if config.signing is None:
        return ()
    try:
        signer = _signer_of(config.signing)
    except KeyUnusable:
        return ()
    try:
        records = await resolver_of(config).txt(signer.name)
    except DnsUnavailable:
        detail = say("nobody can say what is at {name}", name=signer.name)
        return (warning(Code.SIGNING_RECORD, detail, say("Check dns.nameservers and the zone.")),)
    return (_record_remark(signer, records),)


def _signer_of(signing: Signing) -> Signer:
    return load_signer(signing.key, signing.domain, signing.selector, arc=signing.arc)


def _key_remark(signer: Signer) -> Remark:
    if signer.algorithm == "ed25519-sha256":
        remedy = say("Use an RSA key of 2048 bits for such a mailbox.")
        return warning(Code.SIGNING_KEY, say("Exchange Online is not known to verify Ed25519"), remedy)
    detail = say(
        "deliveries are signed for {domain} with {algorithm}",
        domain=signer.domain,
        algorithm=signer.algorithm,
    )
    return ok(Code.SIGNING_KEY, detail)


def _author_remark(signing: Signing) -> Remark:
    if signing.from_ == "rewrite":
        detail = say("From is {address}, which the signature covers", address=signing.address)
        return ok(Code.SIGNING_ARC, detail)
    if signing.arc:
        detail = say(
            "From is kept: the mailbox must name {domain} as trusted ARC sealer", domain=signing.domain
        )
        return ok(Code.SIGNING_ARC, detail)
    detail = say("From is kept and nothing vouches for it: the mailbox sees DMARC fail")
    remedy = say("Write {sealed}, or {rewritten}.", sealed="arc: true", rewritten="from: rewrite")
    return warning(Code.SIGNING_ARC, detail, remedy)


def _record_remark(signer: Signer, records: tuple[bytes, ...]) -> Remark:
    name = signer.name
    publish = say("Publish as TXT at {name}: {record}", name=name, record=signer.record)
    if not records:
        return error(Code.SIGNING_RECORD, say("{name} has no record", name=name), publish)
    if len(records) > 1:
        detail = say("{name} has {count} records", name=name, count=len(records))
        return error(Code.SIGNING_RECORD, detail, publish)
    if published_key(records[0]) != published_key(signer.record.encode()):
        return error(Code.SIGNING_RECORD, say("{name} publishes another key", name=name), publish)
    return ok(Code.SIGNING_RECORD, say("{name} publishes the key", name=name))
