"""After any sequence of commands the store is sound, and all of it can be taken back."""

from collections import Counter
from pathlib import Path

import pytest

from tests.sequences.play import Play
from tests.support.program import Program
from tests.support.tables import tables

LENGTH = 30


@pytest.mark.parametrize("seed", range(40))
def test_any_sequence_leaves_the_store_sound(tmp_path: Path, seed: int) -> None:
    program = Program(tmp_path / "store.db")
    play = Play(program, seed)
    play.run(LENGTH)
    if not program.store.exists():
        return
    _is_sound(program, play)
    _comes_back_equal(program, tmp_path, play)
    _goes_into_another(program, tmp_path, play)
    _is_taken_back(program, play)


def _is_sound(program: Program, play: Play) -> None:
    found = program.ok("doctor --json").json
    bad = [each for each in found if each["severity"] not in ("ok", "note")]
    assert bad == [], play.told
    items = program.ok("followup list --all --json").json
    # Of a rule there is one follow-up for one thing.
    open_ones = Counter(
        (i["kind"], i["rule"], i["contact"]["id"], i["intro"], i["ask"], i["action"], i["due"])
        for i in items
        if i["kind"] != "custom"
    )
    assert [each for each, count in open_ones.items() if count > 1] == [], play.told
    dropped = {c["id"] for c in program.ok("contact list --status dropped --json").json}
    nobody = [i for i in items if i["contact"]["id"] in dropped]
    assert nobody == [], play.told


def _comes_back_equal(program: Program, tmp_path: Path, play: Play) -> None:
    other = Program(tmp_path / "other.db", today=program.today)
    other.ok("import -", stdin=program.ok("export -").out)
    for line in ("due --within 3650 --json", "contact list --json", "intro list --json"):
        assert other.ok(line).json == program.ok(line).json, (line, play.told)


def _goes_into_another(program: Program, tmp_path: Path, play: Play) -> None:
    """As cards the people of two stores come together, and nobody is there twice."""
    other = Program(tmp_path / "third.db", today=program.today)
    other.ok('contact add "Zora Fuchs" --email zora@example.com')
    cards = program.ok("export - --format vcf").out
    if cards:
        other.ok("import -", stdin=cards)
        again = other.ok("import -", stdin=cards)
        assert "0 new" in again.out, play.told
        _is_sound(other, play)


def _is_taken_back(program: Program, play: Play) -> None:
    """Undone from the newest on, until something that cannot be undone, everything is gone."""
    before = tables(program.store)
    count = 0
    while True:
        undone = play.do("--no-input undo")
        if undone.code:
            break
        count += 1
    _is_sound(program, play)
    for _ in range(count):
        if play.do("--no-input redo").code:
            return
    _is_sound(program, play)
    assert tables(program.store).keys() == before.keys()
