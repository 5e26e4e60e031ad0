"""The words of the English catalogue: fields, kinds of data, places, and the fixed phrases."""

from typing import Final

from gateway.decision import FieldName

_WAIT = "You need not do anything: your mail server will try again"

FIELDS: Final = {
    FieldName.FIRST_NAME: "first name",
    FieldName.LAST_NAME: "last name",
    FieldName.ADDRESS: "address",
    FieldName.PHONE: "phone",
    FieldName.EMAIL: "e-mail",
}

CATEGORIES: Final = {
    "identity_document": "identity card or passport",
    "card_number": "bank card number",
    "address_of_another": "another address",
    "social_media": "social media",
    "benefit": "benefit",
    "partner": "partner",
    "children": "children",
    "mental_health": "mental health",
    "addiction": "addiction",
    "pregnancy": "pregnancy",
    "disability": "disability",
    "medication": "medication",
    "care_provider": "doctor or carer",
    "violence": "violence",
    "homelessness": "homelessness",
    "sexuality": "sexual orientation",
    "politics": "politics or trade union",
    "national_number": "national register number",
    "birth_date": "date of birth",
    "birth_place": "place of birth",
    "age": "age",
    "gender": "gender",
    "nationality": "nationality",
    "residence_status": "residence status",
    "civil_status": "civil status",
    "bank_account": "account number",
    "income": "income",
    "debt": "debts",
    "work": "work",
    "family": "family",
    "education": "school or training",
    "health": "health",
    "insurance": "health fund or insurance",
    "language": "language",
    "religion": "religion",
    "file_number": "file number",
    "justice": "police or court",
    "housing": "housing",
    "situation": "description of the situation",
    "request": "request for help",
    "remark": "remarks",
    "consent": "consent",
    "date": "date",
    "role": "role or kinship",
    "web": "website",
    "vehicle": "vehicle",
    "origin": "origin",
    "other_person": "data of someone else",
    "phone_of_another": "another phone number",
    "email_of_another": "another mail address",
    "other": "other data",
}

PLACES: Final = {
    "line": "line",
    "table": "table",
    "row": "row",
    "part": "part",
    "attachment": "attachment",
    "body": "the mail",
}

PHRASES: Final = {
    "and": "and",
    "or": "or",
    "proof_dmarc": "DMARC",
    "proof_trusted-peer": "it did not come by way of a trusted server",
    "proof_tls-certificate": "it came without a client certificate that is known",
    "label_agreed": "of the protocol",
    "residence_agreed": "postcode and municipality",
    "notice_subject": "About your referral",
    "notice_delivered": "Your referral has arrived (reference {reference}).",
    "notice_left_out": "The protocol does not allow these data. They were left out:",
    "notice_better": "Next time, give only the client's first name, last name, address, phone and e-mail.",
    "notice_done": "There is nothing to do now. You cannot reply to this automatic message.",
    "accepted": "Referral delivered",
    "relayed": "Message delivered",
    "left_out": "Left out",
    "also": "Also",
    "unknown": "Delivery is not confirmed yet. " + _WAIT,
    "next_hop": "The recipient's mailbox cannot be reached just now. " + _WAIT,
    "too_large": "The mail is too large. Send it again without attachments and pictures",
    "many_lines": "The mail is too long. Write a new, short mail with only the form",
    "long_line": (
        "The mail holds a line that is too long. Write a new mail in Outlook, or tell your IT department"
    ),
    "broken_lines": "The lines of the mail are malformed. Tell your IT department (bare CR, LF or NUL)",
    "no_room": "Too much mail is coming in at once. " + _WAIT,
    "refused_behind": "The recipient's mail server refuses the message. Tell the recipient",
    "subject": "Referral",
    "intro": "Referral by {sender}, with only the data that the protocol allows.",
    "note": "Not passed on: {kinds}.",
    "telling_kinds": "special or sensitive data",
    "box": "box",
    "evidence_title": "Evidence of transfers from the log {log}",
    "evidence_head": "Records when signed: {size}; in this bundle: {records}. Transfers in it: {transfers}.",
    "evidence_how": "To check: take verify.py from a source you trust, and run:",
    "evidence_compare": (
        "Compare the key and the checkpoints you kept: without that the log may be anybody's."
    ),
    "evidence_selection": "This is a selection. It does not show that there were no other transfers.",
    "evidence_tail": (
        "After the last anchor came {records} of the {size} records. For those only the signing key vouches."
    ),
    "evidence_text": (
        "This text is for people. Proven is only what verify.py checks: records.jsonl and the anchors."
    ),
    "anchor_subject": "Checkpoint of the log {log}: {size} records",
    "anchor_what": "This is the signed state of the log of transfers. It holds no personal data.",
    "anchor_keep": "Keep this mail. Whoever rewrites the log later cannot change this checkpoint any more.",
    "anchor_since": "The log continues your previous checkpoint of {size} records; the proof is attached.",
    "anchor_first": "This is the first checkpoint that you get.",
    "anchor_use": (
        "To check: save checkpoint.txt and ask for `gateway transfers verify --checkpoint checkpoint.txt`."
    ),
    "anchor_missed": "When no checkpoint comes for more than a day, ask the administrator why.",
}
