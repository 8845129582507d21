"""`refcli thank …`."""

from tests.support.program import Program


def test_thanks_close_all_that_is_due(anna: Program) -> None:
    anna.ok('intro anna "Ben Okoye" --on 2026-11-01')
    anna.ok('intro anna "Tom Brandt" --on 2026-11-05')
    result = anna.ok("thank --how note anna")
    assert result.out.splitlines()[0] == "thanked Anna Weiss by a handwritten note, today"
    assert anna.ok("intro show ben --json").json["thanks"]["made"] == "2026-11-20"
    assert anna.ok("intro show tom --json").json["thanks"]["made"] == "2026-11-20"
    assert anna.ok("thank list --owed --json").json == []


def test_the_way_they_like(anna: Program) -> None:
    anna.ok("contact edit anna --thanks-by meal")
    anna.ok("thank anna")
    [thanks] = anna.ok("thank list --json").json
    assert thanks == {
        "id": 1,
        "contact": {"id": 1, "name": "Anna Weiss"},
        "direction": "given",
        "on": "2026-11-20",
        "how": "meal",
        "words": None,
        "intro": None,
        "ask": None,
    }
    assert anna.ok("contact show anna --json").json["last_interaction"] == "2026-11-20"


def test_a_gift_is_no_exchange(anna: Program) -> None:
    anna.ok("thank anna --how gift")
    anna.ok("thank anna")
    assert anna.ok("contact show anna --json").json["last_interaction"] == "2026-11-10"


def test_thanks_received(anna: Program) -> None:
    anna.ok('intro anna "Ben Okoye"')
    anna.ok("thank received ben --intro 1 --words 'great contact' --on 2026-11-20")
    shown = anna.ok("intro show 1 --json").json
    assert shown["thanks_received"] == [
        {"contact": {"id": 2, "name": "Ben Okoye"}, "on": "2026-11-20"}
    ]
    anna.ok("contact add Zoe")
    assert anna("thank received zoe --intro 1").code == 1
    assert anna("thank anna --intro 9").code == 3
    assert anna("thank anna --on tomorrow").code == 2
    assert anna("thank anna --how wave").code == 2


def test_owed_is_in_the_shape_of_due(anna: Program) -> None:
    anna.ok('intro anna "Ben Okoye"')
    [owed] = anna.ok("thank list --owed --json").json
    assert owed == anna.ok("due --within 1 --json").json[1]
    assert "Thank Anna Weiss" in anna.ok("thank list --owed").out


def test_a_caution_for_professions_with_rules_on_gifts(anna: Program) -> None:
    assert "rules on gifts" not in anna.ok("thank anna --how gift").err
    anna.ok("config set profession 'tax adviser'")
    assert "rules on gifts" in anna.ok("thank anna --how gift").err
    assert "rules on gifts" not in anna.ok("thank anna --how note").err
    anna.ok("config set profession plumber")
    assert "rules on gifts" not in anna.ok("thank anna --how meal").err
