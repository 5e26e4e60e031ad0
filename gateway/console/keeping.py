"""Files that the console keeps: there in full or as they were, on disk, for their owner alone.

Root writes them for the user that the console runs as, who must still be able to read them.
"""

import os
from pathlib import Path

from gateway.ledger.keyfile import give_as, sync_folder


def write_private(file: Path, content: bytes) -> None:
    """Puts ``content`` in the place of ``file``, mode 0600. Raises OSError; ``file`` is then as it was.

    Written by root it belongs to whom ``file`` belonged to, a new one to whom its folder does.
    """
    draft = file.with_name(f".{file.name}.new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
        give_as(stream.fileno(), _owned(file))
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(file)
    sync_folder(file.parent)


def _owned(file: Path) -> os.stat_result:
    try:
        return file.lstat()
    except FileNotFoundError:
        return file.parent.stat()
