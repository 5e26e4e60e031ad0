"""The words on versions of policies in the console, in English."""

from typing import Final

WORDS: Final[dict[str, str]] = {
    "version_since": "In force since",
    "version_change": "What changed",
    "version_before": "Changed since the version before",
    "version_unrecorded": "not recorded",
    "version_first": "The first version of this protocol on the ledger.",
    "version_untold": (
        "The ledger does not keep both texts, so nobody can say here. It keeps every text since the "
        "gateway was updated to do so."
    ),
    "version_unread": (
        "This version of the gateway no longer reads one of both texts. Compare them under Policies."
    ),
    "version_same": "No rule changed: comments, order or spelling alone.",
    "version_text": "The text",
    "version_streets": "The street list",
    "version_no_text": "No text kept: the fingerprint alone.",
    "version_more": "The latest {count} are shown. The older ones stay on the ledger.",
    "history_note": (
        "The ledger keeps the text of each version since it came into force, and what changed is read "
        "from both texts. A text counts only when it is what its fingerprint says."
    ),
    "policy_waiting": (
        "This file is not loaded yet: "
        "the gateway still goes by the version of {since}. Once reloaded, this changes:"
    ),
    "policy_suspended": "Suspended",
    "policy_label": "Label that lets in",
    "policy_no_label": "none: the GUIDs are not filled in, so every mail is refused",
    "policy_proven": "Sender proven by",
    "policy_unlisted": "From anyone else",
    "policy_must": "Must be there",
    "policy_superfluous": "All other data",
    "policy_places": "The client lives in",
    "policy_anywhere": "any place",
    "policy_streets": "only in the {count} streets of the list",
    "policy_kept": "Kept on the ledger",
    "policy_day": "{days} day",
    "policy_days": "{days} days",
    "policy_always": "without end",
    "group_transport": "who sent and how",
    "group_subject": "about whom",
    "group_measures": "what was decided",
    "does_reject": "is refused",
    "does_relay": "is relayed as it came, unjudged",
    "other_strip": "stay behind; the rest is delivered",
    "other_reject": "make that the whole mail is refused",
    "proven_dmarc": "DMARC",
    "proven_tls-certificate": "a TLS certificate",
    "proven_trusted-peer": "a server that is trusted",
    "any_of": " or ",
}
