"""English: what is wrong first, then what to do, in short sentences."""

from typing import Final

from gateway.decision import Code
from gateway.texts.en_words import CATEGORIES, FIELDS, PHRASES, PLACES
from gateway.texts.wording import Catalogue, Wording

_WAIT = "You need not do anything: your mail server will try again"
_ASK_DPO = "Ask your data protection officer (DPO) for advice"
_TELL_IT = "You cannot solve this yourself: tell your IT department"
_WORK_MAILBOX = "Send it from your own work mailbox"
_CHOOSE_LABEL = "In Outlook, choose the label {label} under Sensitivity and send again"
_NEW_WITH_LABEL = "Write a new mail with the label {label}"
_RETYPE = "Write a new mail and retype the data, without copying"
_OUR_FAULT = Wording("Something went wrong on our side", _WAIT, "technical fault")

_FINDINGS: Final = {
    Code.POLICY_VALID: Wording("The protocol is in force", "", "protocol in force"),
    Code.POLICY_NOT_YET_VALID: Wording(
        "The protocol for these referrals is not in force yet", _ASK_DPO, "protocol not in force yet"
    ),
    Code.POLICY_EXPIRED: Wording(
        "The protocol for these referrals is no longer in force", _ASK_DPO, "protocol expired"
    ),
    Code.POLICY_SUSPENDED: Wording(
        "The protocol for these referrals is suspended", _ASK_DPO, "protocol suspended"
    ),
    Code.SENDER_LISTED: Wording("The sender is known", "", "sender known"),
    Code.SENDER_NOT_LISTED: Wording(
        "This mail address may not send referrals here", _WORK_MAILBOX, "sender not allowed"
    ),
    Code.SENDER_FROM_INVALID: Wording(
        "It is not clear who the sender is (From)",
        "Send straight from Outlook, with one sender",
        "sender not clear",
    ),
    Code.SENDER_NULL: Wording(
        "Automatic messages are not accepted here", "Send an ordinary mail", "automatic message"
    ),
    Code.AUTHENTICATION_PASSED: Wording("The origin is proven", "", "origin proven"),
    Code.AUTHENTICATION_FAILED: Wording(
        "Nothing proves that this mail comes from you ({proof})",
        _WORK_MAILBOX + ". If that does not help, tell your IT department",
        "origin not proven",
    ),
    Code.AUTHENTICATION_UNAVAILABLE: Wording(
        "The origin of the mail could not be checked just now", _WAIT, "origin not checked yet"
    ),
    Code.AUTHENTICATION_NOT_CHECKED: Wording("The origin is not checked", "", "origin not checked"),
    Code.ENCRYPTION_TRANSPORT: Wording("The connection is encrypted", "", "connection encrypted"),
    Code.ENCRYPTION_TRANSPORT_MISSING: Wording(
        "Your mail server's connection is not encrypted (TLS)", _TELL_IT, "connection not encrypted"
    ),
    Code.ENCRYPTION_TRANSPORT_OLD: Wording(
        "Your mail server's encryption is out of date (TLS)", _TELL_IT, "outdated encryption"
    ),
    Code.ENCRYPTION_CONTENT_MISSING: Wording(
        "The content of the mail must be encrypted", _TELL_IT, "content not encrypted"
    ),
    Code.ENCRYPTION_SEALED: Wording(
        "The mail is encrypted and cannot be checked",
        "In Outlook, turn off Encrypt (S/MIME or PGP) and send again",
        "content encrypted",
    ),
    Code.ENCRYPTION_OTHER_KEY: Wording(
        "The mail cannot be opened with the recipient's key",
        "Ask the recipient for the certificate or key now in use, encrypt with that one and send again",
        "encrypted with another key",
    ),
    Code.ENCRYPTION_RIGHTS_MANAGED: Wording(
        "The mail is protected by usage rights and cannot be checked",
        "Ask IT for a mail-flow rule that removes this for this recipient, and a connector that forces TLS",
        "protected by rights",
    ),
    Code.ENCRYPTION_RIGHTS_OTHER_TENANT: Wording(
        "The mail is rights-protected by another organisation",
        _WORK_MAILBOX,
        "rights of another organisation",
    ),
    Code.ENCRYPTION_RIGHTS_RELAYED: Wording(
        "The mail is rights-protected and was handed on unopened", "", "handed on unopened"
    ),
    Code.ENCRYPTION_CONTENT_SEALED: Wording(
        "The content came encrypted and was opened", "", "content encrypted"
    ),
    Code.ENCRYPTION_CONTENT_SIGNED: Wording("The sender signed the mail", "", "signed"),
    Code.ENCRYPTION_METHOD_NOT_ACCEPTED: Wording(
        "This kind of encryption is not accepted here", _TELL_IT, "kind of encryption not accepted"
    ),
    Code.ENCRYPTION_BROKEN: Wording(
        "The encrypted mail is damaged or was changed on its way", "Send the mail again", "encryption damaged"
    ),
    Code.ENCRYPTION_WEAK: Wording(
        "The mail is encrypted with an outdated method", _TELL_IT, "outdated encryption of the content"
    ),
    Code.ENCRYPTION_INLINE: Wording(
        "The mail holds PGP blocks in its text", "Use PGP/MIME. If you cannot, tell IT", "pgp in the text"
    ),
    Code.ENCRYPTION_SIGNATURE_MISSING: Wording(
        "The mail must be signed", "Switch Sign on in Outlook and send again", "not signed"
    ),
    Code.ENCRYPTION_SIGNATURE_BROKEN: Wording(
        "The signature does not fit the content of the mail", "Send the mail again", "signature does not fit"
    ),
    Code.ENCRYPTION_SIGNER_UNKNOWN: Wording(
        "The signature comes from an unknown issuer", _TELL_IT, "signature unknown"
    ),
    Code.ENCRYPTION_SIGNER_EXPIRED: Wording(
        "The signature's certificate has expired or was revoked", _TELL_IT, "certificate expired"
    ),
    Code.ENCRYPTION_SIGNER_OTHER: Wording(
        "The signature is of another person than the sender",
        "Sign with your own certificate",
        "signature of another person",
    ),
    Code.LABEL_ACCEPTED: Wording("The label {label} is in order", "", "label in order"),
    Code.LABEL_MISSING: Wording("The label {label} is missing", _CHOOSE_LABEL, "label missing"),
    Code.LABEL_OTHER: Wording("The mail does not have the label {label}", _CHOOSE_LABEL, "wrong label"),
    Code.LABEL_REMOVED: Wording("The label {label} was removed", _CHOOSE_LABEL, "label removed"),
    Code.LABEL_DUPLICATE: Wording("The mail carries two labels", _NEW_WITH_LABEL, "duplicate label"),
    Code.LABEL_CONTRADICTORY: Wording(
        "The labels of the mail contradict each other", _NEW_WITH_LABEL, "contradictory labels"
    ),
    Code.LABEL_UNPROVEN: Wording(
        "The label does not count: nothing proves that this mail comes from you",
        _WORK_MAILBOX,
        "label not proven",
    ),
    Code.MESSAGE_MALFORMED: Wording(
        "The mail is technically not in order", "Write a new mail in Outlook", "mail not in order"
    ),
    Code.MESSAGE_TOO_COMPLEX: Wording(
        "The mail is too large or too complex",
        "Write a new, short mail with only the form",
        "mail too complex",
    ),
    Code.MESSAGE_UNDECODABLE: Wording("The text of the mail is not readable", _RETYPE, "text not readable"),
    Code.MESSAGE_DECEPTIVE: Wording("The mail holds misleading characters", _RETYPE, "misleading characters"),
    Code.MESSAGE_ATTACHMENT: Wording(
        "The attachment cannot be read ({place})",
        "Put the data in the mail itself, or in a Word, Excel or PDF file",
        "attachment not readable",
    ),
    Code.MESSAGE_ATTACHMENT_ENCRYPTED: Wording(
        "The attachment is protected by a password or usage rights ({place})",
        "Send it again without that protection",
        "protected attachment",
    ),
    Code.MESSAGE_PICTURE: Wording(
        "The attachment is a picture or scan: its text cannot be checked ({place})",
        "Type the data in the mail itself, without picture or scan",
        "picture or scan",
    ),
    Code.MESSAGE_LOOP: Wording("The mail has already been here", _TELL_IT, "mail in a loop"),
    Code.CLIENT_FOUND: Wording("The client is found", "", "client found"),
    Code.CLIENT_NONE: Wording(
        "No client was found in the mail",
        "Put each datum on a line of its own, after {form}",
        "no client found",
    ),
    Code.CLIENT_SEVERAL: Wording(
        "The mail names several persons ({place})", "Send one mail per client", "several persons"
    ),
    Code.CLIENT_AMBIGUOUS: Wording(
        "It is not clear which data are the client's ({place})",
        "Fill in the form: each word, a colon and only the client's own datum, nothing about anyone else",
        "client not clear",
    ),
    Code.FIELD_UNREADABLE: Wording(
        'The "{field}" is not readable or not allowed ({place})',
        "After {lines}, put only the value itself, without explanation",
        "{field} not readable",
    ),
    Code.FIELD_MISSING: Wording(
        "A datum is missing or stands inside a sentence: {field}",
        "Put it on a line of its own, after {lines}",
        "{field} missing",
    ),
    Code.RESIDENCE_INSIDE: Wording("The client lives in this municipality", "", "residence in order"),
    Code.RESIDENCE_OUTSIDE: Wording(
        "The client does not live in this municipality",
        "Send the referral to the OCMW/CPAS of the place where the client lives",
        "lives elsewhere",
    ),
    Code.RESIDENCE_NOT_STATED: Wording(
        "The client's municipality is not stated",
        'Put the postcode and municipality after "{town}:", even without an address, as "{residence}"',
        "municipality not stated",
    ),
    Code.SUPERFLUOUS_STRIPPED: Wording("Superfluous data were left out", "", "superfluous data left out"),
    Code.SUPERFLUOUS_REFUSED: Wording(
        "The mail holds data that may not be passed on",
        "Leave out everything but the client's name, address, phone and e-mail",
        "superfluous data",
    ),
    Code.COMPOSED_UNACCOUNTED: _OUR_FAULT,
    Code.DELIVERY_UNSEALED: _OUR_FAULT,
    Code.INTERNAL: _OUR_FAULT,
}

CATALOGUE: Final = Catalogue(_FINDINGS, FIELDS, CATEGORIES, PLACES, PHRASES)
