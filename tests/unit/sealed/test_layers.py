from datetime import UTC, datetime

from gateway.decision import Code
from gateway.mail.protection import Method, Opened, Protection, RightsManaged, Signature, Unopened
from gateway.sealed.keyring import Keyring
from gateway.sealed.layers import MAX_LAYERS, Means, open_sealed
from gateway.sealed.openssl import Openssl
from gateway.sealed.pgp import Pgp
from tests.support import gpg, rpmsg
from tests.support.gpg import AN, ENTITY, World
from tests.support.letters import letter

FOUR: tuple[Method, ...] = ("pgp", "pgp", "pgp", "pgp")
RIGHTS = RightsManaged("11111111-2222-4333-8444-555555555555")


async def read_rights(_: bytes) -> RightsManaged:
    return RIGHTS


def means(world: World) -> Means:
    pgp = Pgp(world.gateway.folder, most=1_000_000)
    return Means(Keyring(), Openssl(), lambda: datetime(2026, 1, 12, tzinfo=UTC), pgp, read_rights)


async def test_a_mail_without_a_layer_is_itself(pgp_world: World) -> None:
    assert await open_sealed(letter(), (), means(pgp_world)) == Opened(letter())


async def test_what_is_signed_and_then_sealed_is_opened_to_its_words(pgp_world: World) -> None:
    sender = pgp_world.sender
    mail = gpg.encrypted(sender.seal(gpg.signed(sender.sign())))
    signature = Signature("pgp", "good", sender.fingerprint(AN), (AN,))
    opened = await open_sealed(mail, pgp_world.trusted, means(pgp_world))
    assert opened == Opened(ENTITY, Protection(("pgp",), (signature,)))


async def test_layers_are_taken_off_as_many_as_a_person_puts_on_and_no_more(pgp_world: World) -> None:
    mail = letter()
    assert len(FOUR) == MAX_LAYERS
    for _ in FOUR:
        mail = gpg.encrypted(pgp_world.sender.seal(mail))
    assert await open_sealed(mail, (), means(pgp_world)) == Opened(letter(), Protection(FOUR))
    deeper = await open_sealed(gpg.encrypted(pgp_world.sender.seal(mail)), (), means(pgp_world))
    assert deeper == Unopened(Code.ENCRYPTION_SEALED, Protection(FOUR))


async def test_rights_managed_mail_is_told_by_its_container_also_under_a_seal(pgp_world: World) -> None:
    found = await open_sealed(rpmsg.letter(), (), means(pgp_world))
    assert found == Unopened(Code.ENCRYPTION_RIGHTS_MANAGED, Protection(rights=RIGHTS))
    sealed = gpg.encrypted(pgp_world.sender.seal(rpmsg.letter()))
    found = await open_sealed(sealed, (), means(pgp_world))
    assert found == Unopened(Code.ENCRYPTION_RIGHTS_MANAGED, Protection(("pgp",), rights=RIGHTS))
