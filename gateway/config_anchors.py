"""Where checkpoints are laid down: the keys below ``anchors``."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from gateway.config_values import FilePath, HttpUrl, WitnessKey


@dataclass(frozen=True, slots=True)
class Timestamp:
    """A time stamp authority (RFC 3161), and the authorities its certificates come from."""

    url: Annotated[HttpUrl, Field(examples=["http://tsa.example/tsr"])]
    ca: Annotated[FilePath, Field(examples=["ca/tsa.pem"])]


@dataclass(frozen=True, slots=True)
class WitnessServer:
    """A witness (C2SP tlog-witness): where it takes checkpoints, and its verifier key."""

    url: Annotated[HttpUrl, Field(examples=["https://witness.example"])]
    key: Annotated[WitnessKey, Field(examples=["witness.example+aeeca46d+BNbcKYHYGTtpJGJO8HLj3gqvMMVLa/XV"])]


@dataclass(frozen=True, slots=True)
class Anchors:
    """Where checkpoints are laid down: mailed to the policies' data-protection officers, stamped, cosigned.

    ``every`` seconds while something is recorded, and after ``heartbeat`` seconds although nothing is.
    """

    mail: bool = False
    timestamp: Timestamp | None = None
    witnesses: tuple[WitnessServer, ...] = ()
    every: Annotated[int, Field(ge=60, le=86_400)] = 3600
    heartbeat: Annotated[int, Field(ge=3600, le=604_800)] = 86_400
