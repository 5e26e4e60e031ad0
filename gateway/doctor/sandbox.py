"""The sandbox: what the kernel grants to confine the processes that read mail."""

from typing import Literal

from gateway.doctor.remark import Code, Remark, error, ok, warning
from gateway.reading.codec import Confinement
from gateway.reading.pool import Readers
from gateway.reading.process import SandboxUnavailable

_REMEDIES = {
    "landlock": "Run a kernel of 5.13 or later with lsm=landlock among its security modules.",
    "seccomp": "Install libseccomp2, and run a kernel with CONFIG_SECCOMP_FILTER.",
    "rlimits": "Let the service set its own limits: no container or filter may refuse prlimit64.",
}


async def sandbox_remark(wanted: Literal["required", "degraded"]) -> Remark:
    """On one reader's process, started and ended here, when the configuration says ``wanted``."""
    readers = Readers(workers=1, required=False)
    try:
        granted = await readers.start()
    except SandboxUnavailable as failure:
        return error(Code.SANDBOX, str(failure), "Look into the service's limits: all mail is deferred.")
    finally:
        await readers.close()
    return _remark(granted, wanted)


def _remark(granted: Confinement, wanted: Literal["required", "degraded"]) -> Remark:
    missing = granted.missing()
    if not missing:
        detail = f"readers are confined by Landlock (ABI {granted.landlock}), seccomp and resource limits"
        return ok(Code.SANDBOX, detail)
    detail = f"the kernel does not confine readers by {' and '.join(missing)}"
    remedy = " ".join(_REMEDIES[name] for name in missing)
    if wanted == "degraded":
        return warning(Code.SANDBOX, f"{detail}, and sandbox: degraded allows that", remedy)
    return error(Code.SANDBOX, detail, f"{remedy} Or write sandbox: degraded.")
