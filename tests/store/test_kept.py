"""What was typed and could not be saved: whole, private, under a name of its own."""

import os
from pathlib import Path

import pytest

from refcli.errors import DiskTrouble
from refcli.store.kept import (
    is_unsent_kept,
    keep_text,
    keep_unsent,
    kept_texts,
    scrub_kept,
    unsent,
)
from tests.support.trouble import needs_modes

MINUTE = "2026-11-20-0930"


@pytest.fixture
def store(tmp_path: Path) -> str:
    return str(tmp_path / "refcli.db")


def _names(store: str) -> list[str]:
    return sorted(path.name for path in Path(store).parent.iterdir())


def test_each_text_has_a_name_of_its_own(store: str) -> None:
    kept = [keep_text(store, MINUTE, text) for text in ("née Łącka 李\n", "two\n", "three\n")]
    assert [Path(path).name for path in kept] == [
        "refcli.db.unsaved-2026-11-20-0930.txt",
        "refcli.db.unsaved-2026-11-20-0930-2.txt",
        "refcli.db.unsaved-2026-11-20-0930-3.txt",
    ]
    assert Path(kept[0]).read_bytes() == "née Łącka 李\n".encode()
    assert sorted(kept) == list(kept_texts(store))


def test_half_of_a_pair_of_letters_is_kept_as_a_mark(store: str) -> None:
    assert Path(keep_text(store, MINUTE, "a\udc80b")).read_bytes() == b"a?b"
    keep_unsent(store, {"log": "a\udc80b"})
    assert unsent(store) == {"log": "a?b"}


@needs_modes
def test_only_the_owner_reads_them(store: str) -> None:
    os.umask(0)
    keep_unsent(store, {"log": "lunch"})
    files = [Path(keep_text(store, MINUTE, "typed")), *map(Path, kept_texts(store))]
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}


def test_a_text_that_is_being_kept_by_another_shell_is_left_alone(store: str) -> None:
    """A half-written file has the name that it will have."""
    theirs = Path(f"{store}.unsaved-2026-11-20-0930.txt.partial")
    theirs.write_text("half")
    assert keep_text(store, MINUTE, "ours").endswith("-0930-2.txt")
    assert theirs.read_text() == "half"


def test_a_name_that_is_taken_leaves_nothing_half_made(store: str) -> None:
    first = keep_text(store, MINUTE, "first")
    keep_text(store, MINUTE, "second")
    assert Path(first).read_text() == "first"
    assert not [name for name in _names(store) if name.endswith(".partial")]


def test_what_cannot_be_written_leaves_nothing_half_made(
    store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_source: str, _target: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space"):
        keep_text(store, MINUTE, "typed")
    assert _names(store) == []


def test_names_come_to_an_end(store: str) -> None:
    for end in ("", *(f"-{number}" for number in range(2, 1000))):
        Path(f"{store}.unsaved-{MINUTE}{end}.txt").touch()
    with pytest.raises(DiskTrouble) as refused:
        keep_text(store, MINUTE, "typed")
    assert refused.value.message == f"too many kept texts of one minute: {store}.unsaved-{MINUTE}"


def test_unsent_lines_come_back_and_go(store: str) -> None:
    assert not is_unsent_kept(store)
    keep_unsent(store, {})  # nothing was there: nothing is made
    assert _names(store) == []
    keep_unsent(store, {"log": "lunch with Zoë", "note": "née"})
    assert is_unsent_kept(store)
    assert unsent(store) == {"log": "lunch with Zoë", "note": "née"}
    assert "Zoë".encode() in Path(f"{store}.unsaved-desk.json").read_bytes()
    keep_unsent(store, {})
    assert not is_unsent_kept(store)
    assert unsent(store) == {}


@pytest.mark.parametrize(
    "written", [b"", b"{", b"[1]", b'"x"', b"\xff\xfe", b"[" * 100_000, b'{"log": 7}']
)
def test_a_file_of_unsent_lines_that_is_none_holds_none(store: str, written: bytes) -> None:
    Path(f"{store}.unsaved-desk.json").write_bytes(written)
    assert unsent(store) == {}


def test_what_names_somebody_goes_and_the_rest_stays(store: str) -> None:
    keep_text(store, MINUTE, "Lunch with ANNA WEISS")
    stays = keep_text(store, MINUTE, "lunch with Ben")
    Path(f"{store}.unsaved-2026-11-19-0800.txt").write_bytes(b"\xff anna weiss")
    assert scrub_kept(store, ["Anna Weiss", "Annie"]) == 2
    assert kept_texts(store) == (stays,)


def test_where_there_is_no_folder_there_is_nothing_kept(tmp_path: Path) -> None:
    assert kept_texts(str(tmp_path / "nowhere" / "refcli.db")) == ()
