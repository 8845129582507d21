"""Where the store is: as platformdirs names it."""

import sys
from pathlib import Path

import pytest
from platformdirs.macos import MacOS
from platformdirs.unix import Unix

from refcli.store.paths import backup_folder, data_folder, store_path


def test_linux(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    env = {"HOME": str(tmp_path)}
    assert data_folder(env, "linux") == Unix("refcli", appauthor=False).user_data_dir
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))
    env["XDG_DATA_HOME"] = str(tmp_path / "xdg")
    assert data_folder(env, "linux") == Unix("refcli", appauthor=False).user_data_dir


def test_macos(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    env = {"HOME": str(tmp_path)}
    assert data_folder(env, "darwin") == MacOS("refcli", appauthor=False).user_data_dir


def test_windows() -> None:
    folder = data_folder({"LOCALAPPDATA": "C:/Users/sam/AppData/Local"}, "win32")
    assert folder.replace("\\", "/") == "C:/Users/sam/AppData/Local/refcli"


def test_a_relative_xdg_folder_is_ignored(tmp_path: Path) -> None:
    env = {"HOME": str(tmp_path), "XDG_DATA_HOME": "rel/dir"}
    assert data_folder(env, "linux") == str(tmp_path / ".local" / "share" / "refcli")


def test_option_beats_environment(tmp_path: Path) -> None:
    env = {"HOME": str(tmp_path), "REFCLI_STORE": "/data/mine.db"}
    assert store_path(None, env) == "/data/mine.db"
    assert store_path("/other.db", env) == "/other.db"
    assert store_path("~/x.db", env) == str(tmp_path / "x.db")


def test_where_nothing_is_told_it_is_the_data_folder(tmp_path: Path) -> None:
    env = {"HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path / "local")}
    found = store_path(None, env)
    assert found == str(Path(data_folder(env, sys.platform)) / "refcli.db")


def test_a_relative_path_is_meant_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert store_path("x.db", {}) == str(tmp_path / "x.db")
    assert store_path(None, {"REFCLI_STORE": "a/../x.db"}) == str(tmp_path / "x.db")


def test_a_tilde_is_the_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    env = {"HOME": str(tmp_path / "sam")}
    assert store_path("~", env) == str(tmp_path / "sam")
    assert store_path("~/x.db", env) == str(tmp_path / "sam" / "x.db")
    assert store_path("~sam.db", env) == str(tmp_path / "~sam.db")
    assert store_path("x~/y.db", env) == str(tmp_path / "x~" / "y.db")


@pytest.mark.skipif(sys.platform == "win32", reason="homes are told otherwise there")
def test_a_home_that_the_call_does_not_tell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert store_path("~/x.db", {}) == str(tmp_path / "x.db")
    assert store_path("~/x.db", {"HOME": ""}) == str(tmp_path / "x.db")


def test_each_platform_without_its_variables(tmp_path: Path) -> None:
    env = {"HOME": str(tmp_path)}
    wanted = {
        "win32": tmp_path / "AppData" / "Local" / "refcli",
        "darwin": tmp_path / "Library" / "Application Support" / "refcli",
        "linux": tmp_path / ".local" / "share" / "refcli",
        "freebsd14": tmp_path / ".local" / "share" / "refcli",
    }
    assert {name: data_folder(env, name) for name in wanted} == {
        name: str(path) for name, path in wanted.items()
    }


def test_backups_lie_beside_the_store() -> None:
    assert backup_folder("/data/x.db") == "/data/x.db.backups"
