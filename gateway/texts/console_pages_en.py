"""The words of transfers, proofs, exports and policies in the console, in English."""

from typing import Final

WORDS: Final = {
    "no_form": "This form cannot be read. Go back and fill it in again.",
    "label": "Label",
    "reached": "Back to the transfer of {moment}.",
    "would_stay": "What would be left behind",
    "letter_from": "From",
    "letter_to": "To",
    "letter_subject": "Subject",
    "letter_attached": "Attachment",
    "letter_sealed": "The message is sealed for its recipient, who alone can read it.",
    "letter_unsigned": "The signing key cannot be read here: the message is shown without its signature.",
    "letter_source": "The source of the message",
    "endless": "has no end",
    "over": "is over",
    "use_tls": "by which the gateway shows itself to who brings mail",
    "use_console": "of these pages",
    "use_open": "opens sealed mail",
    "use_signers": "proves who signed",
    "use_clients": "proves who brings mail",
    "use_seal": "seals what goes to the mailbox",
    "certificates_keys": "Certificates and keys",
    "certificates_note": "Renew each before its day. gateway check says what happens else.",
    "figures_note": (
        "Each mail counts once, by what became of it in the end. Unknown is what was interrupted after it "
        "was sent: it may have been delivered."
    ),
    "integrity_note": (
        "An anchor is a checkpoint kept outside this machine: what it holds nobody here can change "
        "unnoticed any more."
    ),
    "why_note": "A mail can be refused for more than one reason.",
    "left_note": "Data in a mail that did not pass, because the protocol does not name it.",
    "unfit": "cannot be read or used here",
    "checkpoint_log": "Ledger",
    "checkpoint_size": "Records in it",
    "checkpoint_key": "Signature",
    "checkpoint_signed": "right, by this ledger's own key",
    "checkpoint_unsigned": "NOT right",
    "checkpoint_text": "The checkpoint itself",
    "anchored": "Anchored",
    "anchored_not": "not yet: until then whoever has the key can still change this transfer",
    "anchor_mail": "mailed to the officers, {moment} ({size} records)",
    "anchor_timestamp": "time stamp of {who}, {moment} ({size} records)",
    "anchor_witness": "cosigned by {who}, {moment} ({size} records)",
    "evidence": "Evidence bundle (ZIP)",
    "evidence_note": (
        "For a third party, who verifies it with Python alone: python3 verify.py. That you made it "
        "is put on the ledger."
    ),
    "not_proven": "The ledger cannot prove this now. Ask the administrator for gateway transfers verify.",
    "export_running": "The file is being made. This page reloads itself.",
    "export_read": "{read} of {all} records read.",
    "export_again": "Look again",
    "export_done": "Done. Transfers: {rows}.",
    "export_take": "Download the file",
    "export_kept": "In this session alone, and for an hour at most.",
    "no_export": "This file is not there any more, or it is another session's. Make it again.",
    "many_exports": "Four files are being made already. Try again later.",
}
