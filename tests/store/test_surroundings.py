"""What lies around a store: each finding as it is told, with its remedy."""

import os
import sqlite3
from pathlib import Path

import pytest

from refcli.domain.findings import Finding, Severity
from refcli.domain.typed import typed
from refcli.store.surroundings import _file_system, _mounts, _network, surroundings, tighten
from tests.support.trouble import needs_modes

REMEDY = "keep it on a local disk, and sync its backups: refcli backup FILE"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A file that is private, in a folder of its own."""
    store = tmp_path / "here" / "refcli.db"
    store.parent.mkdir()
    store.touch(mode=0o600)
    return store


def found(store: Path, code: str, **env: str) -> list[Finding]:
    return [finding for finding in surroundings(str(store), env) if finding.code == code]


def codes(store: Path) -> set[str]:
    return {finding.code for finding in surroundings(str(store), {})}


def test_a_quiet_place_has_three_findings(store: Path) -> None:
    told = list(surroundings(str(store), {"HOME": str(store.parent)}))
    assert [finding.code for finding in told] == ["sqlite", "modes", "completion"]
    assert told[0] == Finding("sqlite", Severity.OK, f"SQLite {sqlite3.sqlite_version}")


# Who may read.


@needs_modes
def test_private_files_are_private(store: Path) -> None:
    wanted = [Finding("modes", Severity.OK, "only you can read your files")]
    assert found(store, "modes") == wanted
    store.unlink()
    assert found(store, "modes") == wanted


@needs_modes
@pytest.mark.parametrize("bit", [0o001, 0o002, 0o004, 0o010, 0o020, 0o040])
def test_each_bit_for_others_is_found_and_taken(store: Path, bit: int) -> None:
    store.chmod(0o700 | bit)
    text = f"others may read 1 of your files: {store}"
    wanted = Finding("modes", Severity.WARN, text, "refcli doctor --repair", repairs=True)
    assert found(store, "modes") == [wanted]
    assert tighten(str(store)) == 1
    assert store.stat().st_mode & 0o777 == 0o700
    assert tighten(str(store)) == 0


@needs_modes
def test_backups_and_their_folder_are_looked_at_too(store: Path) -> None:
    folder = Path(f"{store}.backups")
    folder.mkdir(mode=0o755)
    (folder / "a.db").touch()
    (folder / "b.db").touch()
    folder.chmod(0o755)
    (folder / "b.db").chmod(0o644)
    (store.parent / "other.txt").touch(mode=0o644)
    (modes,) = found(store, "modes")
    assert modes.text == f"others may read 2 of your files: {folder}"
    assert tighten(str(store)) == 2
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "b.db").stat().st_mode & 0o777 == 0o600
    assert found(store, "modes")[0].severity is Severity.OK


@needs_modes
def test_signs_in_the_name_are_no_pattern(tmp_path: Path) -> None:
    store = tmp_path / "[ab]*.db"
    folder = Path(f"{store}.backups")
    folder.mkdir(mode=0o700)
    (folder / "a.db").touch()
    (folder / "a.db").chmod(0o604)
    assert tighten(str(store)) == 1
    (tmp_path / "a conflict.db").touch()
    assert found(store, "conflict-copy") == []
    (tmp_path / "[ab]* conflict.db").touch()
    assert len(found(store, "conflict-copy")) == 1


# Second versions.

COPIES = [
    "refcli conflict.db",
    "refcli (Sam's conflicted copy 2026-11-01).db",
    "refcli (1).db",
    "refcli (7) .db",
    "refcli.sync-conflict-20261101-101010-ABCDEFG.db",
    "refcli-conflicted-2.db",
]


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_that_a_sync_tool_made_is_found(store: Path, name: str) -> None:
    copy = store.with_name(name)
    copy.touch()
    wanted = Finding(
        "conflict-copy",
        Severity.WARN,
        f"a sync tool left a second version of the store: {copy}",
        typed("look into it: refcli --store {} history", str(copy)),
    )
    assert found(store, "conflict-copy") == [wanted]


@pytest.mark.parametrize("name", ["refcli.txt", "refcli (x).db", "refcli(1).db", "my conflict.db"])
def test_any_other_file_is_no_copy(store: Path, name: str) -> None:
    store.with_name(name).touch()
    assert found(store, "conflict-copy") == []


def test_copies_are_told_once_each_and_in_order(store: Path) -> None:
    for name in COPIES:
        store.with_name(name).touch()
    told = found(store, "conflict-copy")
    assert [f.text.rpartition("/")[2] for f in told] == sorted(COPIES)


def test_a_folder_is_no_copy_nor_is_the_store_itself(tmp_path: Path) -> None:
    store = tmp_path / "conflict.db"
    store.touch()
    (tmp_path / "conflict conflict.db").mkdir()
    Path(f"{store}.backups").mkdir()
    assert found(store, "conflict-copy") == []


def test_a_store_whose_name_has_no_ending(tmp_path: Path) -> None:
    store = tmp_path / "mine"
    store.touch()
    (tmp_path / "mine (1)").touch()
    (tmp_path / "other (1)").touch()
    (told,) = found(store, "conflict-copy")
    assert told.text.endswith("/mine (1)")


# What broke off.


def test_a_forgetting_that_broke_off(store: Path) -> None:
    folder = Path(f"{store}.backups")
    folder.mkdir(mode=0o700)
    assert "forget-unfinished" not in codes(store)
    (folder / "forget-unfinished").touch()
    text = "a `contact forget` broke off, so backups may still hold the person"
    wanted = Finding("forget-unfinished", Severity.WARN, text, f'empty the folder: "{folder}"')
    assert found(store, "forget-unfinished") == [wanted]


def test_a_restore_that_broke_off(store: Path) -> None:
    assert "restore-unfinished" not in codes(store)
    Path(f"{store}.restoring").touch()
    text = f"a `restore` broke off and left a copy: {store}.restoring"
    wanted = Finding("restore-unfinished", Severity.WARN, text, "delete it")
    assert found(store, "restore-unfinished") == [wanted]


# Folders that are kept elsewhere too.


@pytest.mark.parametrize(
    ("folder", "tool"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (Personal)/data", "Dropbox"),
        ("OneDrive - Weiss", "OneDrive"),
        ("Google Drive", "Google Drive"),
        ("GoogleDrive-sam@x.example", "Google Drive"),
        ("Library/Mobile Documents", "iCloud Drive"),
        ("Nextcloud", "Nextcloud"),
        ("ownCloud", "ownCloud"),
        ("Syncthing", "Syncthing"),
        ("pCloudDrive", "pCloud"),
    ],
)
def test_a_folder_of_a_sync_tool(tmp_path: Path, folder: str, tool: str) -> None:
    text = f"the store lies in a folder of {tool}, which can mix two versions"
    wanted = Finding("synced-folder", Severity.WARN, text, REMEDY)
    assert found(tmp_path / folder / "x.db", "synced-folder") == [wanted]


@pytest.mark.parametrize("mark", [".stfolder", ".dropbox", ".sync"])
@pytest.mark.parametrize("above", [".", "..", "../.."])
def test_the_mark_of_a_sync_tool_in_any_folder_above(tmp_path: Path, mark: str, above: str) -> None:
    store = tmp_path / "a" / "b" / "x.db"
    store.parent.mkdir(parents=True)
    assert found(store, "synced-folder") == []
    (store.parent / above / mark).touch()
    (told,) = found(store, "synced-folder")
    assert told.text == "the store lies in a folder of a sync tool, which can mix two versions"


def test_the_name_of_the_tool_is_told_rather_than_its_mark(tmp_path: Path) -> None:
    (tmp_path / ".dropbox").touch()
    (told,) = found(tmp_path / "Dropbox" / "x.db", "synced-folder")
    assert "a folder of Dropbox," in told.text


def test_a_link_leads_to_where_the_store_really_lies(tmp_path: Path) -> None:
    real = tmp_path / "Dropbox" / "x.db"
    real.parent.mkdir()
    real.touch()
    (tmp_path / "x.db").symlink_to(real)
    assert len(found(tmp_path / "x.db", "synced-folder")) == 1


# File systems.

MOUNTS = (
    "/dev/sda1 / ext4 rw 0 0\n"
    "tmpfs /run tmpfs rw 0 0\n"
    "systemd-1 /nas autofs rw 0 0\n"
    "server:/x /nas nfs4 rw 0 0\n"
    "sam@host: /home/sam/my\\040host/x\\134y fuse.sshfs rw 0 0\n"
    "/dev/sdb /nas/local ext4 rw 0 0\n"
    "\n"
    "odd /odd\n"
    "odd / cut-off\n"
)


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/run", "tmpfs"),
        ("/run/user/1000", "tmpfs"),
        ("/runner", "cut-off"),
        ("/", "cut-off"),
        ("/odd", "cut-off"),
        ("/nas", "nfs4"),
        ("/nas/sam", "nfs4"),
        ("/nas/local/sam", "ext4"),
        ("/home/sam/my host/x\\y/data", "fuse.sshfs"),
    ],
)
def test_the_file_system_is_the_one_that_is_seen(folder: str, kind: str) -> None:
    assert _file_system(folder, MOUNTS) == kind


def test_where_the_system_does_not_tell() -> None:
    assert _file_system("/nas", "") == ""
    assert _file_system("/nas", "x /other ext4\n") == ""


@pytest.mark.skipif(not Path("/proc/mounts").exists(), reason="needs Linux")
def test_this_system_tells() -> None:
    assert _file_system("/proc", _mounts()) == "proc"
    assert _file_system("/proc/self", _mounts()) == "proc"


NETWORKS = ["nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "davfs"]


@pytest.mark.skipif(os.name == "nt", reason="has no such mounts")
@pytest.mark.parametrize("kind", NETWORKS)
def test_a_network_file_system_is_told(tmp_path: Path, kind: str) -> None:
    store = str(tmp_path / "x.db")
    text = f"the store lies on a network file system ({kind}), whose locks cannot be trusted"
    wanted = Finding("network-folder", Severity.WARN, text, REMEDY)
    assert list(_network(store, f"x / {kind} rw 0 0\n")) == [wanted]
    assert list(_network(store, f"x / {kind}x rw 0 0\n")) == []


# The shell.

COMPLETES = Finding("completion", Severity.OK, "your shell completes refcli's words")
COMPLETES_NOT = Finding(
    "completion",
    Severity.NOTE,
    "your shell does not complete refcli's words yet",
    "refcli --install-completion",
)


@pytest.mark.parametrize(
    "file",
    [".bash_completions/refcli.sh", ".zfunc/_refcli", ".config/fish/completions/refcli.fish"],
)
def test_completion_of_each_shell(store: Path, tmp_path: Path, file: str) -> None:
    assert found(store, "completion", HOME=str(tmp_path)) == [COMPLETES_NOT]
    path = tmp_path / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    assert found(store, "completion", HOME=str(tmp_path)) == [COMPLETES]


def test_without_a_home_no_folder_is_taken_for_it(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".zfunc").mkdir()
    (tmp_path / ".zfunc" / "_refcli").touch()
    assert found(store, "completion") == [COMPLETES_NOT]
    assert found(store, "completion", HOME="") == [COMPLETES_NOT]
