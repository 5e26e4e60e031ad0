"""The words of the console's breach wizard, in English."""

from typing import Final

WORDS: Final = {
    "menu_breach": "Data breach",
    "breach_intro": (
        "Step by step to the dossier that GDPR art. 33 asks for. From the moment you are aware you have"
        " {hours} hours. Nothing is sent: you notify the authority, and you send the mails."
    ),
    "breach_shared": (
        "A draft belongs to all data-protection officers here: a colleague can go on where you stopped."
        " Name no clients in it."
    ),
    "breach_not_ready": (
        "Drafts have no place to be kept yet. Ask the administrator to add drafts under console in the"
        " configuration, for example drafts: /var/lib/gateway/breach-drafts, and to restart the console."
    ),
    "breach_begin": "Begin a new dossier",
    "breach_open": "Under way",
    "breach_none": "No dossier is under way.",
    "breach_closed": "Closed",
    "breach_named": "Breach of {at}",
    "breach_go_on": "Go on",
    "breach_end": "Close or remove",
    "breach_last": "Last written by {by}, {at}.",
    "breach_made_on": "Dossier made by {by}, {at}; recorded in the ledger as lookup {recorded}.",
    "breach_made_unrecorded": "Dossier made by {by}, {at}; the ledger could not take that.",
    "breach_clock": "Breach clock",
    "breach_left": "{hours} h {minutes} min left",
    "breach_until": "of {term} hours, until {deadline}.",
    "breach_past": "{hours} h {minutes} min past the term",
    "breach_past_do": (
        "The {term} hours ended {deadline}. Notify all the same, and give the reason for the delay (art."
        " 33(1)): step 4 asks for it."
    ),
    "breach_no_clock": "The clock does not run yet: say when you became aware.",
    "breach_some_unreadable": "A draft of a data breach cannot be read; its clock may run.",
    "breach_unreadable_is": "The draft {name} cannot be read.",
    "breach_unreadable_do": "Ask the administrator to put its file back from a backup, or remove it.",
    "breach_unreadable": (
        "This draft cannot be read. Ask the administrator to put its file back, or remove it."
    ),
    "breach_no_draft": "There is no such draft; a colleague may have removed it. Go to the list of dossiers.",
    "breach_folder": (
        "The drafts cannot be read or written now. Ask the administrator to look at the folder"
        " console.drafts."
    ),
    "breach_policies": "The policies cannot be read now. Ask the administrator for gateway check.",
    "breach_too_many": "There are as many drafts as can be kept. Remove one that is closed.",
    "breach_is_closed": "This dossier is closed. Open it again before you change it.",
    "breach_stale": (
        "Not kept: {by} wrote in this draft meanwhile. Your text is below, and with it what is kept now"
        " where that differs. Choose, and press Next again."
    ),
    "breach_held": "Not kept: your session had ended. What you wrote is below; press Next again.",
    "breach_changed": (
        "Nothing was made: {by} wrote in this draft meanwhile. Look at the summary again, then make it."
    ),
    "breach_theirs": "Kept now:",
    "breach_theirs_empty": "(empty)",
    "breach_too_long": "Not kept: one of the texts is too long. Your text is below; shorten it.",
    "breach_far_too_long": (
        "That is more text than a draft holds. Nothing was kept: go back in your browser, and shorten it."
    ),
    "breach_no_moment": "Not kept: that is no moment. Write it as 2026-01-31T14:30.",
    "breach_told_before": "Not closed: that moment lies before you became aware. Check both moments.",
    "breach_future": "Not kept: that moment lies in the future.",
    "breach_save_and_go": "Saves this step and goes there",
    "breach_steps": "Steps",
    "breach_step": "Step {number} of 5",
    "breach_when": "Aware",
    "breach_which": "Transfers",
    "breach_what": "What happened",
    "breach_whom": "Whom to tell",
    "breach_make": "Check and make",
    "breach_next": "Next",
    "breach_back": "Back",
    "breach_save": "Save",
    "breach_count": "Save and count",
    "breach_idle": (
        "Every button below keeps what you wrote. Press Save at least every {idle} minutes: after that your"
        " session ends."
    ),
    "breach_when_title": "When did you become aware, and how?",
    "breach_call_it": "A name for this breach",
    "breach_call_it_note": "For you and your colleagues; it is not in the dossier.",
    "breach_aware": "Aware since",
    "breach_aware_note": (
        "On the clock of this console, where it is now {now}. The term runs from then (art. 33(1))."
    ),
    "breach_which_title": "Which transfers is it about?",
    "breach_scope_chosen": "All transfers of a period, or those that a filter chooses",
    "breach_scope_references": "Transfers by their reference",
    "breach_scope_integrity": "The ledger itself, because verifying found that it is not whole",
    "breach_filter": "Period and filter",
    "breach_filter_note": "What you leave open is not asked for. All of it holds together.",
    "breach_references": "References",
    "breach_references_note": "At most 200, with a blank or a new line between them.",
    "breach_counting": (
        "Being counted beside this page: {read} of {all} records read. Look again with the button"
        " below: what you filled in is kept."
    ),
    "breach_counted_at": "Counted at {at}; records have been added since and are being counted.",
    "breach_again": "Look again at the figures",
    "breach_figures": "The ledger's figures",
    "breach_no_scope": "Choose which transfers it is about, to see the figures.",
    "breach_choose_scope": (
        "Not kept: first choose which transfers it is about. With the steps above you can leave it open."
    ),
    "breach_no_references": "Give a reference.",
    "breach_many_references": "Those are more than 200 references. Choose a period instead.",
    "breach_unknown_reference": "No transfer, or more than one, has the reference {about}.",
    "breach_whole": (
        "The ledger was verified just now and is whole: there is no alarm to make a dossier about."
    ),
    "breach_aware_early": (
        "You became aware before the first of these transfers. Look at the moment and at your choice again."
    ),
    "breach_nothing_fits": "No transfer fits, so there is nothing to make a dossier about.",
    "breach_what_title": "What happened, and what is done about it?",
    "breach_what_note": (
        "Nothing here is compulsory now: what you leave open is marked in the dossier, to be completed"
        " there. Name no clients."
    ),
    "breach_part_a": "Nature of the breach (art. 33(3)(a))",
    "breach_part_b": "Contact (art. 33(3)(b))",
    "breach_part_c": "Likely consequences (art. 33(3)(c))",
    "breach_part_d": "Measures (art. 33(3)(d))",
    "breach_whom_title": "Whom do you tell?",
    "breach_late": "The reason for the delay goes with the notification (art. 33(1)).",
    "breach_risk": "Risk to the data subjects",
    "breach_risk_level": "How high",
    "breach_proposed": "Measures proposed",
    "breach_risk_note": (
        "Without a risk the authority need not be notified (art. 33(1)); with a high risk the data subjects"
        " are told too (art. 34)."
    ),
    "breach_why": "Why",
    "breach_authorities": "Authorities",
    "breach_parties": "Parties to the protocol (art. 9)",
    "breach_parties_note": (
        "A draft of a mail to the officer of each party is made, unless you choose no. Parties without an"
        " officer in the policy: complete the address yourself."
    ),
    "breach_no_parties": "No policy names its parties.",
    "breach_told": "To be told",
    "breach_undecided": "not decided yet",
    "breach_yes": "yes",
    "breach_no": "no",
    "breach_why_told": "Date and reference, or why not",
    "breach_subjects": "Data subjects (art. 34)",
    "breach_subjects_why": "Why, and how",
    "breach_rest": "For the drafts and the register",
    "breach_make_title": "Check, and make the dossier",
    "breach_missing": "Left open, and marked in the dossier:",
    "breach_complete": "Everything that art. 33(3) asks of you is written.",
    "breach_change": "Change",
    "breach_nothing_written": "Nothing is written yet.",
    "breach_made_for": "Reason for this dossier",
    "breach_made_for_note": "Is on the ledger, with your name. One line; name no client in it.",
    "breach_form": "Form of the dossier",
    "breach_form_docx": "Word, to write on in (.docx)",
    "breach_form_pdf": "PDF, to read",
    "breach_language": "Language of the dossier",
    "breach_do": "Make and download",
    "breach_do_note": (
        "One .zip: the dossier, transfers.csv, and a draft of a mail to the officer of each party. The"
        " ledger is verified first; the dossier opens with a warning when it is not whole. That you made it"
        " is on the ledger. Nothing is sent. You can make it again as often as you need."
    ),
    "breach_end_title": "Close or remove",
    "breach_close": "Close",
    "breach_close_note": (
        "Closing stops the clock. Keep the notification in your register of breaches (art. 33(5))."
    ),
    "breach_told_on": "{authority} was told on",
    "breach_told_note": "Reference, or why it is not told",
    "breach_close_why": "Give the moment at which the authority was told, or why it is not.",
    "breach_closed_told": "The authority was told {at}.",
    "breach_closed_untold": "Closed without telling the authority.",
    "breach_closed_by": "Closed by {by}, {at}.",
    "breach_reopen": "Open again",
    "breach_remove": "Remove",
    "breach_remove_note": (
        "The draft and its texts are gone then, for your colleagues too. What the ledger holds stays."
    ),
    "breach_sure": "Yes, remove this draft",
    "breach_not_sure": "Nothing was removed. Tick that you are sure, then press Remove.",
    "breach_back_to_list": "All dossiers",
}
