"""Every way the ledger says no. Messages name rules and places, never an address or a value."""

from gateway.said import Said, say


class LedgerError(Exception):
    """The root of them all."""


class LedgerUnavailable(LedgerError):
    """The record could not be made durable, or the ledger cannot be read, at this moment.

    Not the sender's fault: the message is deferred (4xx). A later attempt may succeed.
    """


class LedgerDamaged(LedgerUnavailable):
    """The ledger no longer agrees with what was signed; nothing is appended to it."""


class CommitUnknown(LedgerUnavailable):
    """The commit was sent and no answer came: the records are there, or they are not."""


class StorageDamaged(LedgerUnavailable):
    """The database itself says that its storage is damaged."""


class NothingToAccept(LedgerError):
    """The ledger continues what this node saw in it: no older copy was put back."""


class MoveRefused(LedgerError):
    """The ledger cannot be moved: it is not whole, is in use, or something is in the way."""


class RecordError(LedgerError, ValueError):
    """The record itself breaks a rule of the format; the same record will never be taken."""


class CheckpointError(LedgerError, ValueError):
    """The text is no checkpoint, or its signature does not verify under the key."""


class KeyFileError(LedgerError):
    """The signing key is missing, unreadable, or readable by others than its owner."""


class KeyExposed(KeyFileError):
    """The file of the signing key is open to others than its owner."""


class TransferNotFound(LedgerError, LookupError):
    """No transfer has this id, or more than one begins with it."""


def unread(reason: str) -> Said:
    """That the ledger cannot be read."""
    return say("the ledger cannot be read: {reason}", reason=reason)


def unwritten(reason: str) -> Said:
    """That the ledger cannot be written."""
    return say("the ledger cannot be written: {reason}", reason=reason)


def unsaved(reason: str) -> Said:
    """That no copy of the ledger can be made before its tables change."""
    return say("the ledger cannot be backed up: {reason}", reason=reason)
