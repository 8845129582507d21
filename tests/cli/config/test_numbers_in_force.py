"""The numbers that the user sets hold wherever they are spoken of."""

from tests.support.program import Program


def test_who_only_takes(anna: Program) -> None:
    for what in ("a book", "a lift"):
        anna.ok(["reciprocate", "anna", what])
    assert "you are ahead" in anna.ok("reciprocate balance").out
    anna.ok("config set gate.taker-gifts 2")
    assert "only takes" in anna.ok("reciprocate balance").out
    anna.ok("config set gate.taker-gifts 3")
    anna.ok('reciprocate anna "a third thing"')
    assert "only takes" in anna.ok("reciprocate balance").out


def test_who_is_delighted(anna: Program) -> None:
    anna.ok('engagement anna "tax return" --rating 8')

    def draft() -> str:
        return anna.ok("ask draft anna --in dentists --looking-for sell").out

    before = draft()
    anna.ok("config set gate.delighted-rating 8")
    assert draft() != before
    anna.ok("config set gate.delighted-rating 9")
    assert draft() == before


def test_work_that_was_poor_is_not_spoken_of(anna: Program) -> None:
    anna.ok('engagement anna "tax return" --rating 7')

    def draft() -> str:
        return anna.ok("ask draft anna --in dentists --looking-for sell").out

    assert "tax return" in draft()
    anna.ok("config set gate.poor-rating 7")
    assert "tax return" not in draft()


def test_a_delighted_client_without_a_testimonial_is_a_gap(anna: Program) -> None:
    anna.ok('engagement anna "tax return" --rating 8')
    assert "testimonial" not in anna.ok("review gaps").out
    anna.ok("config set gate.delighted-rating 8")
    assert "a delighted client was never asked" in anna.ok("review gaps").out


def test_how_far_a_takers_account_looks_back(anna: Program) -> None:
    for what in ("a book", "a lift", "a third thing", "a fourth"):
        anna.ok(["reciprocate", "anna", what])

    def words() -> str:
        return anna.ok("ask who --all").out

    assert "you did 4 things for them in two years, nothing came back" in words()
    anna.ok("config set gate.taker-days 400")
    assert "you did 4 things for them in 400 days, nothing came back" in words()
