"""Files that the console keeps: there in full or as they were, on disk, for their owner alone."""

import os
from pathlib import Path

from gateway.ledger.keyfile import sync_folder


def write_private(file: Path, content: bytes) -> None:
    """Puts ``content`` in the place of ``file``, mode 0600. Raises OSError; ``file`` is then as it was."""
    draft = file.with_name(f".{file.name}.new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(file)
    sync_folder(file.parent)
