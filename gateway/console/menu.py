"""The menu: path, name of its word, and the right without which it is not shown."""

from typing import Final

from gateway.console.roles import Right

MENU: Final = (
    ("/", "overview", Right.READ),
    ("/transfers", "transfers", Right.READ),
    ("/lookup", "lookup", Right.LOOK_UP),
    ("/breach", "breach", Right.REPORT),
    ("/policies", "policies", Right.READ),
    ("/try", "try", Right.TRY),
)
