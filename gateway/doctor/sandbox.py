"""The sandbox: what the kernel grants to confine the processes that read mail."""

from typing import Literal

from gateway.doctor.remark import Code, Remark, error, ok, told_by, warning
from gateway.reading.codec import Confinement
from gateway.reading.pool import Readers
from gateway.reading.process import SandboxUnavailable
from gateway.said import every, joined, say

_REMEDIES = {
    "landlock": say("Run a kernel of 5.13 or later with lsm=landlock among its security modules."),
    "seccomp": say("Install libseccomp2, and run a kernel with CONFIG_SECCOMP_FILTER."),
    "rlimits": say("Let the service set its own limits: no container or filter may refuse prlimit64."),
}

_ALLOWED = "sandbox: degraded"


async def sandbox_remark(wanted: Literal["required", "degraded"]) -> Remark:
    """On one reader's process, started and ended here, when the configuration says ``wanted``."""
    readers = Readers(workers=1, required=False)
    try:
        granted = await readers.start()
    except SandboxUnavailable as failure:
        remedy = say("Look into the service's limits: all mail is deferred.")
        return error(Code.SANDBOX, told_by(failure), remedy)
    finally:
        await readers.close()
    return _remark(granted, wanted)


def _remark(granted: Confinement, wanted: Literal["required", "degraded"]) -> Remark:
    missing = granted.missing()
    if not missing:
        abi = granted.landlock
        detail = say("readers are confined by Landlock (ABI {abi}), seccomp and resource limits", abi=abi)
        return ok(Code.SANDBOX, detail)
    detail = say("the kernel does not confine readers by {missing}", missing=every(missing))
    remedy = joined(" ", (_REMEDIES[name] for name in missing))
    if wanted == "degraded":
        allowed = say("{detail}, and {setting} allows that", detail=detail, setting=_ALLOWED)
        return warning(Code.SANDBOX, allowed, remedy)
    return error(Code.SANDBOX, detail, say("{remedy} Or write {setting}.", remedy=remedy, setting=_ALLOWED))
