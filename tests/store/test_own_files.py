"""What is refcli's own, there now or not, and what is not."""

import os
from pathlib import Path

import pytest

from refcli.errors import WouldOverwrite
from refcli.store.own_files import refuse_own_file

BESIDE = ["", "-journal", "-wal", "-shm", ".restoring", ".lock", ".backups", ".backups/new.db"]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    store = tmp_path / "here" / "x.db"
    store.parent.mkdir()
    store.touch()
    return store


def refused(store: Path, target: Path | str) -> bool:
    try:
        refuse_own_file(str(store), str(target))
    except WouldOverwrite:
        return True
    return False


def test_it_says_what_to_do(store: Path) -> None:
    with pytest.raises(WouldOverwrite) as caught:
        refuse_own_file(str(store), str(store))
    assert caught.value.message == f"that is refcli's own file, and is left as it is: {store}"
    assert caught.value.hint == "choose another name for the file"


@pytest.mark.parametrize("ending", BESIDE)
def test_each_name_beside_the_store_is_ours(
    store: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert refused(store, f"{store}{ending}")
    assert refused(store, f"{store.parent}/../here/{store.name}{ending}")
    monkeypatch.chdir(store.parent)
    assert refused(store, f"{store.name}{ending}")
    store.unlink()
    assert refused(store, f"{store}{ending}")


@pytest.mark.parametrize("name", ["y.db", "x.db.txt", "x.db.backups2", "x.db-journal2", "x", "x.d"])
def test_any_other_name_is_the_users(store: Path, name: str) -> None:
    assert not refused(store, store.with_name(name))
    store.with_name(name).touch()
    assert not refused(store, store.with_name(name))


@pytest.mark.parametrize("ending", ["", "-journal", "-wal", "-shm", ".restoring", ".lock"])
def test_a_second_name_of_a_file_of_ours(store: Path, tmp_path: Path, ending: str) -> None:
    own, second = Path(f"{store}{ending}"), tmp_path / "second"
    own.touch()
    os.link(own, second)
    assert refused(store, second)


def test_a_second_name_of_a_backup_or_of_its_folder(store: Path, tmp_path: Path) -> None:
    folder = Path(f"{store}.backups")
    folder.mkdir()
    (folder / "a.db").touch()
    (folder / "b.db").touch()
    os.link(folder / "b.db", tmp_path / "second")
    assert refused(store, tmp_path / "second")
    elsewhere = tmp_path / "elsewhere"
    folder.rename(elsewhere)
    folder.symlink_to(elsewhere, target_is_directory=True)
    assert refused(store, elsewhere)
    assert refused(store, elsewhere / "a.db")


def test_what_cannot_be_compared_is_not_ours(store: Path) -> None:
    assert not refused(store, store.parent / "none" / "x.json")
    assert not refused(store, store.parent / ("x" * 5000))
