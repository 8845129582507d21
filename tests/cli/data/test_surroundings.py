"""What `refcli doctor` says of the folder around a store."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from refcli.store.surroundings import surroundings, tighten
from tests.support.program import Program


def found(program: Program, code: str, **more: Any) -> list[dict[str, Any]]:
    """The findings of one code, sound or not."""
    return [f for f in program("doctor --json", **more).json if f["code"] == code]


def store_in(folder: Path) -> Program:
    program = Program(folder / "refcli.db")
    program.ok("contact add Anna Weiss")
    return program


FOLDERS = [
    ("Dropbox", "Dropbox"),
    ("Dropbox (Personal)", "Dropbox"),
    ("OneDrive - Work", "OneDrive"),
    ("My Google Drive", "Google Drive"),
    ("GoogleDrive-sam@x.example", "Google Drive"),
    ("Mobile Documents", "iCloud Drive"),
    ("Nextcloud", "Nextcloud"),
    ("ownCloud", "ownCloud"),
    ("Syncthing", "Syncthing"),
    ("pCloudDrive", "pCloud"),
]


@pytest.mark.parametrize("number", range(len(FOLDERS)))
def test_a_folder_that_others_write_too(tmp_path: Path, number: int) -> None:
    folder, name = FOLDERS[number]
    for written in (folder, folder.upper()):
        [finding] = found(store_in(tmp_path / written / "data"), "synced-folder")
        assert finding["severity"] == "warn"
        assert f"in a folder of {name}," in finding["text"]
        assert "refcli backup FILE" in finding["remedy"]


@pytest.mark.parametrize("folder", ["drop box", "documents", "cloud", "drive"])
def test_a_folder_of_ones_own(tmp_path: Path, folder: str) -> None:
    assert found(store_in(tmp_path / folder), "synced-folder") == []


@pytest.mark.parametrize("mark", [".stfolder", ".dropbox", ".sync"])
@pytest.mark.parametrize("depth", [0, 1, 2])
def test_a_mark_of_a_tool_in_a_folder_above(tmp_path: Path, mark: str, depth: int) -> None:
    folder = tmp_path.joinpath(*"abc"[:depth])
    program = store_in(folder)
    assert found(program, "synced-folder") == []
    (tmp_path / mark).mkdir()
    [finding] = found(program, "synced-folder")
    assert "in a folder of a sync tool," in finding["text"]
    (tmp_path / mark).rmdir()
    (tmp_path / "beside").mkdir()
    (tmp_path / "beside" / mark).touch()
    assert found(program, "synced-folder") == []


def test_a_link_is_followed_to_where_the_store_lies(tmp_path: Path) -> None:
    there = tmp_path / "Nextcloud"
    there.mkdir()
    (tmp_path / "link").symlink_to(there)
    assert len(found(store_in(tmp_path / "link"), "synced-folder")) == 1


@pytest.mark.parametrize(
    ("name", "is_copy"),
    [
        ("refcli (Sam's conflicted copy 2026-11-01).db", True),
        ("refcli.sync-conflict-20261101-101010-ABCDEFG.db", True),
        ("refcli-conflicted-1.db", True),
        ("refcli (1).db", True),
        ("refcli (9).db", True),
        ("refcli copy.db", False),
        ("refcli-old.db", False),
        ("refcli (x).db", False),
        ("other (1).db", False),
        ("other conflicted copy.db", False),
    ],
)
def test_a_second_version_of_the_store(tmp_path: Path, name: str, is_copy: bool) -> None:
    program = store_in(tmp_path)
    (tmp_path / name).write_bytes(b"x")
    copies = found(program, "conflict-copy")
    assert [f["severity"] for f in copies] == ["warn"] * is_copy
    for copy in copies:
        assert str(tmp_path / name) in copy["text"]
        assert copy["remedy"] == f'look into it: refcli --store "{tmp_path / name}" history'


def test_a_folder_is_no_second_version(tmp_path: Path) -> None:
    program = store_in(tmp_path)
    (tmp_path / "refcli (1).db").mkdir()
    assert found(program, "conflict-copy") == []


def test_a_store_that_is_called_like_a_copy_is_none_of_itself(tmp_path: Path) -> None:
    program = Program(tmp_path / "my (1) conflicts.db")
    program.ok("contact add Anna Weiss")
    program.ok("backup")
    assert found(program, "conflict-copy") == []


def test_copies_are_told_in_the_order_of_their_names(tmp_path: Path) -> None:
    program = store_in(tmp_path)
    names = ["refcli (3).db", "refcli (1).db", "refcli conflict.db", "refcli (2).db"]
    for name in names:
        (tmp_path / name).write_bytes(b"x")
    told = [f["text"].rpartition("/")[2] for f in found(program, "conflict-copy")]
    assert told == sorted(names)


@pytest.mark.parametrize("bit", [0o001, 0o002, 0o004, 0o010, 0o020, 0o040])
@pytest.mark.parametrize("which", ["store", "folder", "backup"])
def test_what_others_may_see_is_taken_from_them(anna: Program, bit: int, which: str) -> None:
    anna.ok("backup")
    folder = Path(f"{anna.store}.backups")
    path = {"store": anna.store, "folder": folder, "backup": next(folder.glob("*.db"))}[which]
    before = path.stat().st_mode & 0o777
    assert found(anna, "modes")[0]["severity"] == "ok"
    path.chmod(before | bit)
    [finding] = found(anna, "modes")
    assert finding["severity"] == "warn"
    assert finding["text"] == f"others may read 1 of your files: {path}"
    anna.ok("doctor --repair --yes")
    assert path.stat().st_mode & 0o777 == before
    assert found(anna, "modes")[0]["severity"] == "ok"


def test_each_file_is_counted_and_none_that_is_not_ours(anna: Program) -> None:
    anna.ok("backup")
    anna.ok("backup")
    folder = Path(f"{anna.store}.backups")
    stranger = anna.store.parent / "stranger.txt"
    stranger.touch()
    ours = [anna.store, folder, *folder.glob("*.db")]
    for path in (*ours, stranger):
        path.chmod(0o755)
    assert "others may read 4 of your files" in found(anna, "modes")[0]["text"]
    assert tighten(str(anna.store)) == 4
    assert [path.stat().st_mode & 0o777 for path in ours] == [0o700] * 4
    assert stranger.stat().st_mode & 0o777 == 0o755
    assert tighten(str(anna.store)) == 0


@pytest.mark.parametrize(
    ("left", "code"),
    [
        (".backups/forget-unfinished", "forget-unfinished"),
        (".restoring", "restore-unfinished"),
    ],
)
def test_what_a_command_left_that_was_broken_off(anna: Program, left: str, code: str) -> None:
    anna.ok("backup")
    assert found(anna, code) == []
    path = Path(f"{anna.store}{left}")
    path.touch()
    [finding] = found(anna, code)
    assert finding["severity"] == "warn"
    path.unlink()
    assert found(anna, code) == []


@pytest.mark.parametrize(
    "script",
    [
        ".bash_completions/refcli.sh",
        ".zfunc/_refcli",
        ".config/fish/completions/refcli.fish",
    ],
)
def test_a_shell_that_completes(anna: Program, tmp_path: Path, script: str) -> None:
    home = {"HOME": str(tmp_path)}
    assert [f["severity"] for f in found(anna, "completion", env=home)] == ["note"]
    (tmp_path / script).parent.mkdir(parents=True)
    (tmp_path / script).touch()
    assert [f["severity"] for f in found(anna, "completion", env=home)] == ["ok"]
    assert [f["severity"] for f in found(anna, "completion")] == ["note"]


def test_before_there_is_a_store_its_place_is_looked_at(tmp_path: Path) -> None:
    place = tmp_path / "Nextcloud" / "refcli.db"
    codes = {f.code for f in surroundings(str(place), {})}
    assert codes == {"sqlite", "modes", "synced-folder", "completion"}
    assert codes == {f["code"] for f in Program(place)("doctor --json").json}


UNSHARE = shutil.which("unshare")


def can_mount() -> bool:
    """Whether a process may have a list of mounts of its own."""
    if sys.platform != "linux" or UNSHARE is None:
        return False
    tried = subprocess.run(
        [UNSHARE, "-rm", "sh", "-c", "mount --bind /dev/null /proc/$$/mounts"],
        capture_output=True,
        check=False,
    )
    return tried.returncode == 0


needs_mounts = pytest.mark.skipif(not can_mount(), reason="needs a mount namespace of its own")


def file_systems(program: Program, mounts: Path) -> list[str]:
    """The findings on the network, when these are the mounts of the machine."""
    asked = f'mount --bind "{mounts}" /proc/$$/mounts && exec "$0" -m refcli doctor --json'
    assert UNSHARE is not None
    done = subprocess.run(
        [UNSHARE, "-rm", "sh", "-c", asked, sys.executable],
        env={**os.environ, "REFCLI_STORE": str(program.store)},
        capture_output=True,
        text=True,
        check=True,
    )
    return [f["text"] for f in json.loads(done.stdout) if f["code"] == "network-folder"]


NETWORK = ["nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "davfs"]


@needs_mounts
@pytest.mark.parametrize("kind", NETWORK)
def test_a_disk_of_another_machine(tmp_path: Path, kind: str) -> None:
    program = store_in(tmp_path / "data")
    mounts = tmp_path / "mounts"
    mounts.write_text(f"none / ext4 rw 0 0\nserver:/x {tmp_path}/data {kind} rw 0 0\n")
    [text] = file_systems(program, mounts)
    assert f"on a network file system ({kind})" in text


@needs_mounts
def test_the_disk_is_that_of_the_deepest_mount(tmp_path: Path) -> None:
    program = store_in(tmp_path / "data" / "mine")
    mounts = tmp_path / "mounts"

    def told(*rows: tuple[str, str]) -> int:
        mounts.write_text("".join(f"x {place} {kind} rw 0 0\n" for place, kind in rows))
        return len(file_systems(program, mounts))

    here = str(tmp_path / "data")
    assert told(("/", "ext4"), (here, "btrfs"), ("/proc", "proc")) == 0
    assert told(("/", "nfs")) == 1
    assert told((here, "ext4"), ("/", "nfs")) == 0
    assert told(("/", "nfs"), (here, "ext4")) == 0
    assert told((here, "nfs"), ("/", "ext4")) == 1
    assert told(("/", "ext4"), (f"{here}/mi", "nfs")) == 0
    assert told(("/", "ext4"), (f"{here}/mine/deeper", "nfs")) == 0
    assert told(("/", "ext4"), (f"{here}/mine", "nfs")) == 1


@needs_mounts
def test_where_the_system_does_not_tell_nothing_is_said(tmp_path: Path) -> None:
    program = store_in(tmp_path / "data")
    mounts = tmp_path / "mounts"
    mounts.write_text("\nhalf a\n")
    assert file_systems(program, mounts) == []
