"""What deliveries are signed with: the key, what is published of it, and what the mailbox makes of both."""

from collections.abc import Iterator

from gateway.authentication.resolver import DnsUnavailable
from gateway.config import Config, Signing
from gateway.doctor.certificate import mode_remarks
from gateway.doctor.remark import Code, Remark, error, ok, warning
from gateway.outbound.route import resolver_of
from gateway.outbound.signing import KeyUnusable, Signer, load_signer, published_key


def signing_remarks(signing: Signing | None) -> Iterator[Remark]:
    """On the key that ``signing`` names, its file, and whether the author's From will be believed."""
    if signing is None:
        return
    try:
        signer = _signer_of(signing)
    except KeyUnusable as failure:
        remedy = "Make one: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048"
        yield error(Code.SIGNING_KEY, str(failure), f"{remedy}.")
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
        detail = f"nobody can say what is at {signer.name}"
        return (warning(Code.SIGNING_RECORD, detail, "Check dns.nameservers and the zone."),)
    return (_record_remark(signer, records),)


def _signer_of(signing: Signing) -> Signer:
    return load_signer(signing.key, signing.domain, signing.selector, arc=signing.arc)


def _key_remark(signer: Signer) -> Remark:
    if signer.algorithm == "ed25519-sha256":
        remedy = "Use an RSA key of 2048 bits for such a mailbox."
        return warning(Code.SIGNING_KEY, "Exchange Online is not known to verify Ed25519", remedy)
    return ok(Code.SIGNING_KEY, f"deliveries are signed for {signer.domain} with {signer.algorithm}")


def _author_remark(signing: Signing) -> Remark:
    if signing.from_ == "rewrite":
        return ok(Code.SIGNING_ARC, f"From is {signing.address}, which the signature covers")
    if signing.arc:
        detail = f"From is kept: the mailbox must name {signing.domain} as trusted ARC sealer"
        return ok(Code.SIGNING_ARC, detail)
    detail = "From is kept and nothing vouches for it: the mailbox sees DMARC fail"
    return warning(Code.SIGNING_ARC, detail, "Write arc: true, or from: rewrite.")


def _record_remark(signer: Signer, records: tuple[bytes, ...]) -> Remark:
    publish = f"Publish as TXT at {signer.name}: {signer.record}"
    if len(records) != 1:
        found = "no record" if not records else f"{len(records)} records"
        return error(Code.SIGNING_RECORD, f"{signer.name} has {found}", publish)
    if published_key(records[0]) != published_key(signer.record.encode()):
        return error(Code.SIGNING_RECORD, f"{signer.name} publishes another key", publish)
    return ok(Code.SIGNING_RECORD, f"{signer.name} publishes the key")
