"""An anchor that did not come about, in one word for the log."""


class AnchorFailed(Exception):
    """str() names the reason, never an address or content."""
