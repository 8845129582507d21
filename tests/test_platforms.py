"""What each platform gives, tried by its name, wherever the tests run."""

import os
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from refcli.domain.typed import quoted
from refcli.platforms import can_open, location, platform, sync
from tests.support.program import Program

NAMES = ("linux", "darwin", "win32", "freebsd14")


@pytest.mark.parametrize("name", NAMES)
def test_each_says_all(name: str) -> None:
    gives = platform(name)
    assert gives.opener
    assert gives.scheduler
    assert gives.data
    # Where others are kept out by no mode, there is no shell with job control either.
    assert gives.has_modes is gives.has_shell is not gives.has_drives


def test_what_is_not_known_is_as_linux() -> None:
    assert platform("freebsd14") is platform("linux")
    assert platform() is platform(sys.platform)


def test_a_link_is_opened_where_there_is_a_screen() -> None:
    assert can_open({}, "darwin")
    assert can_open({}, "win32")
    assert not can_open({}, "linux")
    assert can_open({"DISPLAY": ":0"}, "linux")
    assert can_open({"WAYLAND_DISPLAY": "wayland-0"}, "linux")


@pytest.mark.parametrize("name", ["linux", "darwin"])
def test_what_is_written_is_synced(tmp_path: Path, name: str) -> None:
    with (tmp_path / "file").open("wb") as file:
        file.write(b"x")
        file.flush()
        sync(file.fileno(), name)
    with pytest.raises((OSError, ValueError)):
        sync(-1, name)


@pytest.mark.parametrize(
    ("path", "name", "told"),
    [
        ("/a b/c%d?e#f.db", "linux", "/a b/c%d?e#f.db"),
        ("C:\\Users\\Ann\\refcli.db", "win32", "/C:/Users/Ann/refcli.db"),
        ("/a\\b.db", "linux", "/a\\b.db"),
    ],
)
def test_a_path_in_an_address(path: str, name: str, told: str) -> None:
    address = f"file:{location(path, name)}?mode=ro"
    assert unquote(urlsplit(address).path) == told


@pytest.mark.parametrize(
    ("text", "posix", "powershell"),
    [
        ("anna", "anna", "anna"),
        ("Anna Weiss", '"Anna Weiss"', '"Anna Weiss"'),
        ("it's", '"it\'s"', '"it\'s"'),
        ("$(x)", "'$(x)'", "'$(x)'"),
        ("it's $5", "'it'\\''s $5'", "'it''s $5'"),
        ("`touch x`", "'`touch x`'", "'`touch x`'"),
    ],
)
def test_a_word_is_quoted_for_the_shell(text: str, posix: str, powershell: str) -> None:
    assert quoted(text, "linux") == quoted(text, "darwin") == posix
    assert quoted(text, "win32") == powershell


@pytest.mark.skipif(not hasattr(os, "link"), reason="has no links to miss")
def test_a_backup_where_there_are_no_links(
    anna: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on FAT, where a link is refused."""

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refused)
    copy = tmp_path / "copy.db"
    anna.ok(["backup", str(copy)])
    assert copy.stat().st_mode & 0o077 == 0
    assert sorted(file.name for file in tmp_path.iterdir() if "partial" in file.name) == []
    again = anna(["backup", str(copy)])
    assert (again.code, again.out) == (73, "")
    other = Program(tmp_path / "other.db", today=anna.today)
    other.ok(["restore", str(copy), "--yes"])
    assert "Anna Weiss" in other.ok("contact list").out
