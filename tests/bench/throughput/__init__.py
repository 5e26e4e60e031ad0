"""How many messages a second, beside other mail software that stands before a mailbox."""
