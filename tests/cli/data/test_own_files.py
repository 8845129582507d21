"""No command that writes a file takes the place of the store or of what belongs to it."""

import os
from pathlib import Path

import pytest

from tests.support.program import Program

WRITERS = (
    "export {file} --format json --force",
    "export {file} --format csv --force",
    "backup {file}",
)


def own_files(program: Program) -> dict[str, Path]:
    store = program.store
    folder = Path(f"{store}.backups")
    return {
        "the store": store,
        "its journal": Path(f"{store}-journal"),
        "a restore on its way": Path(f"{store}.restoring"),
        "the folder's lock": Path(f"{store}.lock"),
        "a backup": next(folder.glob("*.db")),
        "a new file among the backups": folder / "new.json",
        "the folder of backups": folder,
    }


@pytest.mark.parametrize("line", WRITERS)
def test_each_own_file_is_refused(anna: Program, line: str) -> None:
    anna.ok("backup")
    before = anna.store.read_bytes()
    for what, file in own_files(anna).items():
        kept = file.read_bytes() if file.is_file() else None
        done = anna(line.format(file=file))
        assert done.code == 73, (what, done)
        assert "refcli's own file" in done.err
        assert done.err.count("\n") == 2
        assert (file.read_bytes() if file.is_file() else None) == kept
    assert anna.store.read_bytes() == before


@pytest.mark.parametrize("suffix", ["md", "html", "svg", "json"])
def test_links_to_it_are_refused(anna: Program, tmp_path: Path, suffix: str) -> None:
    anna.ok("backup")
    before = anna.store.read_bytes()
    soft, hard = tmp_path / f"soft.{suffix}", tmp_path / f"hard.{suffix}"
    soft.symlink_to(anna.store)
    os.link(anna.store, hard)
    commands = {
        "md": ("kit export", "review export", "testimonial export"),
        "html": ("kit export", "review export", "testimonial export"),
        "svg": ("review export",),
        "json": ("export", "testimonial export"),
    }
    for command in commands[suffix]:
        for file in (soft, hard):
            done = anna([*command.split(), str(file), "--force"])
            assert (done.code, "refcli's own file" in done.err) == (73, True), (command, file)
    assert anna.store.read_bytes() == before
    assert soft.is_symlink()


def test_by_way_of_another_folder(anna: Program, tmp_path: Path) -> None:
    folder = tmp_path / "there"
    folder.symlink_to(anna.store.parent, target_is_directory=True)
    for name in (anna.store.name, f"{anna.store.name}-journal"):
        assert anna(["export", str(folder / name), "--format", "json", "--force"]).code == 73
    assert anna.ok("contact list --json").json[0]["name"] == "Anna Weiss"


def test_a_file_beside_it_is_the_users_own(anna: Program) -> None:
    file = anna.store.parent / "refcli.db.json"
    anna.ok(["export", str(file)])
    assert anna(["export", str(file)]).code == 73
    anna.ok(["export", str(file), "--force"])
