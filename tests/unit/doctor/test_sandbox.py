import asyncio
import subprocess
import sys

import pytest

from gateway.doctor.remark import Code, Grade
from gateway.doctor.sandbox import sandbox_remark

_PRINTS_REMARK = """
import asyncio, sys
from gateway.doctor.sandbox import sandbox_remark
remark = asyncio.run(sandbox_remark(sys.argv[1]))
print(remark.grade.value, remark.detail, remark.remedy, sep="\\n")
"""


def without(calls: str, wanted: str) -> list[str]:
    """Grade, detail and remedy on a kernel that lacks the system calls ``calls``."""
    command = [sys.executable, "-m", "tests.support.lesser_kernel", calls]
    program = [sys.executable, "-c", _PRINTS_REMARK, wanted]
    done = subprocess.run([*command, *program], check=True, capture_output=True, text=True, timeout=30)
    return done.stdout.splitlines()


def test_a_kernel_that_grants_everything_is_well() -> None:
    remark = asyncio.run(sandbox_remark("required"))

    assert (remark.grade, remark.code) == (Grade.OK, Code.SANDBOX)
    assert "seccomp" in remark.detail


@pytest.mark.parametrize(
    ("call", "layer", "remedy"),
    [
        ("landlock_create_ruleset", "landlock", "kernel of 5.13"),
        ("landlock_restrict_self", "landlock", "kernel of 5.13"),
        ("prlimit64", "rlimits", "prlimit64"),
    ],
)
def test_a_layer_that_the_kernel_lacks_is_an_error_that_says_what_to_do(
    call: str, layer: str, remedy: str
) -> None:
    grade, detail, advice = without(call, "required")

    assert grade == "error"
    assert detail == f"the kernel does not confine readers by {layer}"
    assert remedy in advice
    assert "sandbox: degraded" in advice


def test_a_layer_that_the_kernel_lacks_is_a_warning_where_the_configuration_allows_it() -> None:
    assert without("landlock_create_ruleset", "degraded")[0] == "warning"


def test_a_machine_that_starts_no_process_at_all_is_an_error() -> None:
    grade, detail, _ = without("fork,vfork,clone,clone3", "degraded")

    assert grade == "error"
    assert detail.startswith("a reader's process cannot be started: ")
