"""The keys of ``policies/NAME.yaml``: the model's own classes, and the three places where a file differs."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from gateway.decision import PolicyRef
from gateway.policy.model import (
    Delivery,
    Encryption,
    Fields,
    Labels,
    Parties,
    Period,
    Places,
    Policy,
    Residence,
    Retention,
    Senders,
)

_STRICT = ConfigDict(extra="forbid", frozen=True, strict=True)


class PeriodKeys(BaseModel):
    """The days on which the protocol is in force, both included (art. 5, 11)."""

    model_config = _STRICT
    from_: Annotated[date, Field(alias="from", examples=["2025-12-18"])]
    until: date | None = None


class ResidenceKeys(BaseModel):
    """Where the client must live (preamble C): postcode → the names of its places.

    ``streets`` is a file with one street a line, relative to the policy: then only these.
    """

    model_config = _STRICT
    places: Annotated[dict[str, Places], Field(min_length=1, examples=[{"1670": ["Pepingen"]}])]
    streets: str | None = None
    otherwise: Literal["reject"] = "reject"


class PolicyKeys(BaseModel):
    """One protocol between two parties."""

    model_config = _STRICT
    protocol: Annotated[str, Field(examples=["sender-municipality"])]
    language: Literal["nl", "fr", "en"] = "nl"
    valid: Annotated[PeriodKeys, Field(examples=[{"from": "2025-12-18"}])]
    suspended: str | None = None
    parties: Parties | None = None
    recipients: Annotated[tuple[str, ...], Field(min_length=1, examples=[["mailbox@municipality.example"]])]
    senders: Annotated[Senders, Field(examples=[{"allow": ["*@sender.example"]}])]
    unlisted_senders: Literal["reject", "relay"] = "reject"
    label: Annotated[Labels, Field(examples=[{"accept": [{"tenant": "GUID", "id": "GUID"}]}])]
    encryption: Encryption = Encryption()
    fields: Fields = Fields()
    residence: ResidenceKeys | None = None
    superfluous: Literal["strip", "reject"] = "strip"
    notify_sender: Literal["when_stripped", "never"] = "when_stripped"
    delivery: Delivery = Delivery()
    retention: Retention = Retention()


KEYS = TypeAdapter(PolicyKeys)


def schema() -> Mapping[str, Any]:
    """The JSON Schema of the file."""
    return KEYS.json_schema()


def policy_of(keys: PolicyKeys, digest: str, streets: tuple[str, ...] | None) -> Policy:
    """The model of checked keys. ``digest`` is ``sha256:`` and hex; ``streets`` replace the file's name."""
    return Policy(
        ref=PolicyRef(keys.protocol, digest, keys.language),
        valid=Period(keys.valid.from_, keys.valid.until),
        recipients=keys.recipients,
        senders=keys.senders,
        label=keys.label,
        parties=keys.parties,
        suspended=keys.suspended,
        unlisted_senders=keys.unlisted_senders,
        encryption=keys.encryption,
        fields=keys.fields,
        residence=_residence(keys.residence, streets),
        superfluous=keys.superfluous,
        notify_sender=keys.notify_sender,
        delivery=keys.delivery,
        retention=keys.retention,
    )


def _residence(keys: ResidenceKeys | None, streets: tuple[str, ...] | None) -> Residence | None:
    return None if keys is None else Residence(keys.places, streets, keys.otherwise)
