"""How a message's content was protected when it came: RFC 8551, RFC 3156, and Microsoft's rights management.

``sealed`` opens a message, layer by layer, and says what it saw; ``checks.encryption`` judges that.
"""

from dataclasses import dataclass, field
from typing import Literal

Method = Literal["smime", "pgp"]
SignatureState = Literal["good", "unknown", "expired", "broken"]


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature found over the content.

    ``state``: ``good`` from a signer that is trusted; ``unknown`` from one that is not; ``expired`` when
    its certificate or key is not valid now or was revoked; ``broken`` when it does not fit the content.
    ``fingerprint`` is lower-case hex, ``addresses`` the mail addresses that the certificate or key names,
    in lower case; both empty when broken. Of a PGP key that is not held, only the fingerprint is known.
    """

    method: Method
    state: SignatureState
    fingerprint: str = ""
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RightsManaged:
    """What the container of a rights-managed message says in the clear; empty when it could not be read.

    ``tenant`` is the GUID of the tenant whose service can open it, ``content_id`` that of the content, both
    in lower case; ``owner`` is a person's mail address, for no log.
    """

    tenant: str = ""
    content_id: str = ""
    owner: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Protection:
    """The layers around the content, outermost first, and the signatures in them."""

    sealed: tuple[Method, ...] = ()
    signatures: tuple[Signature, ...] = ()
    rights: RightsManaged | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """The content to read, a whole message with CRLF line ends, and the layers that were around it."""

    content: bytes
    protection: Protection = Protection()


@dataclass(frozen=True, slots=True)
class Unopened:
    """The content stays sealed. ``code``: decision.Code's ``encryption.*`` or ``message.too_complex``."""

    code: str
    protection: Protection = Protection()


Opening = Opened | Unopened
