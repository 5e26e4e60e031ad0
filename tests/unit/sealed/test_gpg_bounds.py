"""What GnuPG may take, on a machine that gives this process less or no right over another user's."""

import os
import subprocess
import sys

from gateway.sealed.gpg_bounds import CPU_SECONDS, bounding
from gateway.sealed.gpg_home import Owner

_BOUND = """\
import resource, subprocess
from gateway.sealed.gpg_bounds import bound
with subprocess.Popen(["sleep", "60"]) as process:
    bound(process.pid)
    print(*resource.prlimit(process.pid, resource.RLIMIT_CPU))
    process.kill()
"""


def test_a_process_of_ours_is_bounded_once_it_runs_also_below_what_we_are_given() -> None:
    for given, expected in ((5, "5 5"), (CPU_SECONDS, "10 10"), (50, "10 11")):
        command = ["prlimit", f"--cpu={given}:{given}", sys.executable, "-c", _BOUND]
        ran = subprocess.run(command, capture_output=True, text=True, check=True)
        assert ran.stdout == f"{expected}\n"


def test_a_process_of_another_user_bounds_itself_before_it_becomes_the_program() -> None:
    asked = ("sh", "-c", "ulimit -t; ulimit -f; ulimit -c")
    command = (*bounding(Owner(os.geteuid() + 1, os.getegid())), *asked)
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ran.stdout == f"{CPU_SECONDS}\n0\n0\n"
    assert bounding(Owner(os.geteuid(), os.getegid())) == ()
