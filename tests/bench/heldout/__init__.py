"""A held-out corpus of invented referral mails, with what a careful reader makes of each."""
