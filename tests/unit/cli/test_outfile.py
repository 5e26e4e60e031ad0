from pathlib import Path

import pytest

from gateway.cli.outfile import new_file, new_folder, unwritten


def test_a_file_is_its_owners_alone_and_there_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    with new_file(path) as file:
        file.write(b"whole")
        assert not path.exists()
    assert path.read_bytes() == b"whole"
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


def _half_written(path: Path, trouble: type[BaseException]) -> None:
    with new_file(path) as file:
        file.write(b"half")
        raise trouble


def _half_made(path: Path) -> None:
    with new_folder(path) as folder:
        (folder / "one").touch()
        raise KeyboardInterrupt


@pytest.mark.parametrize("trouble", [KeyboardInterrupt, OSError, ValueError])
def test_an_interrupted_file_leaves_nothing(tmp_path: Path, trouble: type[BaseException]) -> None:
    with pytest.raises(trouble):
        _half_written(tmp_path / "out.csv", trouble)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_over(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_bytes(b"earlier")
    with pytest.raises(FileExistsError), new_file(path):
        pytest.fail("opened")
    path.unlink()
    with pytest.raises(FileExistsError), new_file(path):
        path.write_bytes(b"meanwhile")
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"meanwhile"]


def test_a_link_to_nowhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "out.csv").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileExistsError), new_file(tmp_path / "out.csv"):
        pytest.fail("opened")


def test_a_folder_is_there_in_full_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "dossier"
    with new_folder(path) as folder, new_file(folder / "one") as file:
        file.write(b"1")
    assert path.stat().st_mode & 0o777 == 0o700
    with pytest.raises(FileExistsError), new_folder(path):
        pytest.fail("made")
    with pytest.raises(KeyboardInterrupt):
        _half_made(tmp_path / "other")
    with pytest.raises(FileExistsError), new_folder(tmp_path / "third"):
        (tmp_path / "third").mkdir()
    assert sorted(tmp_path.iterdir()) == [path, tmp_path / "third"]


@pytest.mark.parametrize(("place", "said"), [
    ("taken", "taken is there already. Choose another name.\n"),
    ("absent/file", "absent/file cannot be written: No such file or directory. Choose another place.\n"),
])  # fmt: skip
def test_what_was_not_made_is_told_by_its_own_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], place: str, said: str
) -> None:
    (tmp_path / "taken").touch()
    for make in (new_file, new_folder):
        with pytest.raises(OSError) as caught, make(tmp_path / place):  # noqa: PT011
            pytest.fail("made")
        assert unwritten(tmp_path / place, caught.value).exit_code == 2
        assert capsys.readouterr().err == f"{tmp_path}/{said}"
