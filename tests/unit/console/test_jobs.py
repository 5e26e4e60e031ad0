"""An export that takes a while is made beside the pages, for the session that asked and nobody else."""

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from gateway.console import export
from gateway.console.jobs import Jobs, Stage
from gateway.console.roles import Role
from gateway.ledger.errors import LedgerUnavailable
from gateway.reports.workbook import TooManyRows
from tests.support.console import Clock, Hall, hall


@pytest.fixture
def console(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hall:
    """A console for which every export is a long one."""
    monkeypatch.setattr(export, "AT_ONCE", 0)
    return hall(tmp_path)


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    found = Jobs(Clock())
    yield found
    found.stop()


def _ended(jobs: Jobs, name: str) -> Stage:
    while (job := jobs.of(name, "me")) and job.stage is Stage.RUNNING:
        pass
    assert job
    return job.stage


def test_a_long_export_has_a_page_that_reloads_itself_until_the_file_is_there(console: Hall) -> None:
    visitor = console.visitor()
    begun = visitor.get("/export/csv?outcome=accepted")
    assert begun.status_code == 303
    place = begun.headers["location"]
    while "refresh" in (page := visitor.get(place)).headers:
        assert page.headers["refresh"] == "3"
    assert "<meta http-equiv" not in page.text
    assert f"{place}/file" in page.text
    taken = visitor.get(f"{place}/file")
    assert taken.headers["content-disposition"].startswith('attachment; filename="doorgiften-')
    assert taken.content.decode("utf-8-sig").count("\r\n") == 5


def test_nobody_but_the_session_that_asked_gets_it(console: Hall) -> None:
    place = console.visitor().get("/export/csv").headers["location"]
    for other in (console.visitor(), console.visitor(Role.AUDITOR)):
        assert other.get(place).status_code == 404
        assert other.get(f"{place}/file").status_code == 404
    assert console.visitor(Role.ADMIN).get(place).status_code == 403


def test_the_file_is_its_owners_alone_and_gone_in_an_hour_and_at_the_end(jobs: Jobs) -> None:
    clock = jobs.clock
    assert isinstance(clock, Clock)
    name = jobs.begin("me", "csv", lambda stream, _: stream.write(b"row"))
    assert name
    assert _ended(jobs, name) is Stage.DONE
    job = jobs.of(name, "me")
    assert job
    assert job.file.stat().st_mode & 0o777 == 0o600
    assert job.file.parent.stat().st_mode & 0o777 == 0o700
    clock.now += timedelta(minutes=59)
    assert jobs.of(name, "me") is job
    clock.now += timedelta(minutes=1)
    assert jobs.of(name, "me") is None
    assert not job.file.exists()
    other = jobs.begin("me", "csv", lambda stream, _: stream.write(b"row"))
    assert other
    assert _ended(jobs, other) is Stage.DONE
    jobs.stop()
    assert not job.file.parent.exists()


def test_few_are_made_at_a_time_and_one_that_nobody_waits_for_ends(jobs: Jobs) -> None:
    halt, begun, ended = threading.Event(), threading.Semaphore(0), threading.Semaphore(0)
    told = list[str]()

    def slow(_: object, heard: object) -> int:
        begun.release()
        halt.wait()
        try:
            assert callable(heard)
            heard(1, 2)
        except BaseException as error:
            told.append(type(error).__name__)
            ended.release()
            raise
        return 1

    names = [jobs.begin("me", "csv", slow) for _ in range(5)]
    assert [name is None for name in names] == [False] * 4 + [True]
    for _ in range(4):
        begun.acquire()
    jobs.stop()
    halt.set()
    for _ in range(4):
        ended.acquire()
    assert set(told) == {"_Ended"}


@pytest.mark.parametrize(
    ("error", "stage"),
    [(LedgerUnavailable("x"), Stage.FAILED), (TooManyRows("x"), Stage.TOO_MANY), (OSError(), Stage.FAILED)],
)
def test_what_went_wrong_is_told_and_leaves_no_file(jobs: Jobs, error: Exception, stage: Stage) -> None:
    def broken(_: object, __: object) -> int:
        raise error

    name = jobs.begin("me", "csv", broken)
    assert name
    assert _ended(jobs, name) is stage
    job = jobs.of(name, "me")
    assert job
    assert not job.file.exists()


def test_the_oldest_that_is_ready_makes_room(jobs: Jobs) -> None:
    names = list[str]()
    for _ in range(5):
        name = jobs.begin("me", "csv", lambda stream, _: stream.write(b"row"))
        assert name
        assert _ended(jobs, name) is Stage.DONE
        names.append(name)
    assert [jobs.of(name, "me") is None for name in names] == [True, False, False, False, False]
