"""The peers: programs that redact. Each runs in an environment of its own, made when it is first wanted."""

import json
import subprocess
import venv
from pathlib import Path

from tests.bench.minimisation.contender import Run
from tests.bench.minimisation.model import Mail
from tests.bench.minimisation.people import plain
from tests.bench.minimisation.score import Outcome, readable

ROOT = Path(__file__).parents[3]
ENVIRONMENT, REQUIREMENTS = ROOT / ".venv-peers", ROOT / "requirements-peers.txt"
WORKER = Path(__file__).with_name("peer_worker.py")
PEERS = ("presidio", "presidio-told", "deduce")
_INSTALL_SECONDS, _RUN_SECONDS = 900, 1_800


class PeersUnavailableError(Exception):
    """The peers' packages cannot be installed here."""


def ready() -> Path:
    """The Python that has the peers, installing them when it is not there. Raises PeersUnavailableError."""
    python, done = ENVIRONMENT / "bin" / "python", ENVIRONMENT / ".installed"
    if done.exists() and done.read_bytes() == REQUIREMENTS.read_bytes():
        return python
    venv.create(ENVIRONMENT, clear=True, with_pip=True)
    (ENVIRONMENT / ".gitignore").write_text("*\n")
    install = (
        str(python),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "-r",
        str(REQUIREMENTS),
    )
    try:
        subprocess.run(install, check=True, capture_output=True, timeout=_INSTALL_SECONDS)
    except (subprocess.SubprocessError, OSError) as error:
        raise PeersUnavailableError(type(error).__name__) from error
    done.write_bytes(REQUIREMENTS.read_bytes())
    return python


def redacted(peer: str, mails: tuple[Mail, ...], python: Path) -> Run:
    """Every mail's visible text after ``peer`` took out what it recognised. Raises PeersUnavailableError."""
    tasks = "\n".join(json.dumps(_task(mail)) for mail in mails)
    command = (str(python), str(WORKER), peer)
    try:
        done = subprocess.run(
            command, input=tasks, check=True, capture_output=True, text=True, timeout=_RUN_SECONDS
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise PeersUnavailableError(type(error).__name__) from error
    *lines, seconds = done.stdout.splitlines()
    outcomes = (Outcome(mail, True, json.loads(line), None) for mail, line in zip(mails, lines, strict=True))
    return Run(peer, tuple(outcomes), float(seconds))


def forwarded(mails: tuple[Mail, ...]) -> Run:
    """The control: every mail handed on as it came. What this does not leak, the scoring cannot see."""
    return Run(
        "forwarded",
        tuple(Outcome(mail, True, f"{mail.visible}\n{readable(mail.content)}", None) for mail in mails),
        0.0,
    )


def _task(mail: Mail) -> dict[str, object]:
    """What a peer is told: the text, its language, the client in advance, and every name in the mail."""
    clients = mail.truth["clients"]
    allowed = [str(value) for client in clients for value in _values(client)]
    first = clients[0] if clients else {"first_name": "", "last_name": ""}
    return {
        "text": mail.visible,
        "lang": mail.lang,
        "names": mail.names,
        "first": first["first_name"],
        "last": first["last_name"],
        "allowed": ["".join(filter(str.isalnum, plain(value))) for value in allowed],
    }


def _values(client: dict[str, object]) -> list[object]:
    """All that is the client's, telephones also without their country code."""
    phones = [form for phone in _list(client["phone"]) for form in (phone, phone.removeprefix("+32"))]
    street = f"{client['street']}{client['number']}"
    names = [client["first_name"], client["last_name"]]
    whole = [
        f"{names[0]}{names[1]}",
        f"{names[1]}{names[0]}",
        f"{client['postcode']}{client['municipality']}",
    ]
    return [
        *names,
        *whole,
        street,
        f"{street}{client['postcode']}{client['municipality']}",
        *phones,
        *_list(client["email"]),
    ]


def _list(values: object) -> list[str]:
    return [str(value) for value in values] if isinstance(values, list) else []
