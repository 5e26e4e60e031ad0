"""Whose data is it, and is it what the protocol allows: from a Document to one client or a reason."""
