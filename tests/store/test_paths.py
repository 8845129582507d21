"""Where the store is: as platformdirs names it."""

from pathlib import Path

import pytest
from platformdirs.macos import MacOS
from platformdirs.unix import Unix

from refcli.store.paths import data_folder, store_path


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
