"""``python -m tests.support.lesser_kernel CALLS COMMAND…``: COMMAND as on a kernel that has no such calls.

``CALLS`` are names of system calls with commas between them.
"""

import errno
import os
import sys

import pyseccomp

if __name__ == "__main__":
    calls, *command = sys.argv[1:]
    kernel = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
    for call in calls.split(","):
        kernel.add_rule(pyseccomp.ERRNO(errno.ENOSYS), call)
    kernel.load()
    os.execv(command[0], command)  # noqa: S606 - no shell is wanted
