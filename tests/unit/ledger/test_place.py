from pathlib import Path

import pytest

from gateway.ledger.place import PlaceError, beside, parse_postgres


@pytest.mark.parametrize(
    ("url", "hosts", "local"),
    [
        ("postgresql://gateway@localhost/ledger", ("localhost",), True),
        ("postgresql://gateway@127.0.0.1:5433/ledger", ("127.0.0.1",), True),
        ("postgres://gateway@[::1]/ledger", ("::1",), True),
        ("postgresql://gateway@/ledger?host=/var/run/postgresql", ("/var/run/postgresql",), True),
        ("postgresql://gateway@db.example/ledger?sslrootcert=/etc/ca.pem", ("db.example",), False),
        ("postgresql://g@127.0.0.1,db.example/ledger?sslrootcert=/c", ("127.0.0.1", "db.example"), False),
    ],
)
def test_a_database_is_named_by_its_url(url: str, hosts: tuple[str, ...], local: bool) -> None:
    place = parse_postgres(url)
    assert (place.hosts(), place.is_local()) == (hosts, local)


@pytest.mark.parametrize(
    ("url", "wrong"),
    [
        ("postgresql://gateway:hush@localhost/ledger", "holds a password"),
        ("postgresql://gateway@localhost/ledger?password=hush", "holds a password"),
        ("postgresql://gateway@db.example/ledger", "no authority"),
        ("postgresql://gateway@db.example/ledger?sslrootcert=/c&sslmode=require", "proves nothing"),
        ("postgresql://gateway@localhost/ledger?sslmode=disable", "proves nothing"),
        ("postgresql://gateway@localhost/ledger?options=-cfsync%3Doff", "sets options"),
        ("postgresql://gateway@localhost/ledger?hostaddr=192.0.2.1", "sets hostaddr"),
        ("postgresql://gateway@localhost/", "no host or no database"),
        ("postgresql:///ledger", "no host or no database"),
        ("postgresql://gateway@localhost,/ledger", "no host or no database"),
        ("postgresql://gateway@localhost/ledger?nothing=1", "no PostgreSQL address"),
        ("postgresql://[/ledger", "no PostgreSQL address"),
    ],
)
def test_a_url_that_is_unsafe_or_unclear_is_refused_without_its_secrets(url: str, wrong: str) -> None:
    with pytest.raises(PlaceError, match=wrong) as caught:
        parse_postgres(url)
    assert caught.value.remedy.endswith(".")
    assert "hush" not in str(caught.value) + caught.value.remedy


def test_a_file_has_its_key_beside_it() -> None:
    site = beside(Path("/srv/ledger.db"))
    assert (site.key, site.folder) == (Path("/srv/ledger.db.key"), Path("/srv"))
