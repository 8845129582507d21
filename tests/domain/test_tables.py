"""Words and numbers that stand in a table or decide at a boundary, one row each."""

import datetime as dt
from pathlib import Path

import pytest

from refcli.domain.contacts import Basis, Person, Rapport
from refcli.domain.english.phrase import fragment
from refcli.domain.names import matches_part
from refcli.domain.pairs import Party, matches
from refcli.domain.partners import Stage, stage_of
from refcli.domain.readiness import blockers
from refcli.domain.repeats import parse_every
from refcli.domain.rotation import Keep, kept
from refcli.errors import UsageError
from tests.domain.test_scoring import FRIEND, NUMBERS, READY, TODAY, ago, scored
from tests.support.program import Program


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("daily", "1 day"),
        ("weekly", "1 week"),
        ("fortnightly", "2 weeks"),
        ("fortnight", "2 weeks"),
        ("every fortnight", "2 weeks"),
        ("monthly", "1 month"),
        ("quarterly", "3 months"),
        ("quarter", "3 months"),
        ("two quarters", "6 months"),
        ("yearly", "1 year"),
        ("annually", "1 year"),
        ("every 10 years", "10 years"),
        ("3650 days", "3650 days"),
        ("520 weeks", "520 weeks"),
        ("120 months", "120 months"),
    ],
)
def test_how_often(text: str, every: str) -> None:
    assert parse_every(text) == every


@pytest.mark.parametrize(
    "text", ["3651 days", "521 weeks", "121 months", "41 quarters", "11 years", "0 days", "often"]
)
def test_not_so_often(text: str) -> None:
    with pytest.raises(UsageError, match="not so often"):
        parse_every(text)


@pytest.mark.parametrize(
    ("word", "days"),
    [
        ("a", 1),
        ("one", 1),
        ("two", 2),
        ("three", 3),
        ("four", 4),
        ("five", 5),
        ("six", 6),
        ("seven", 7),
        ("eight", 8),
        ("nine", 9),
        ("ten", 10),
        ("twelve", 12),
    ],
)
def test_numbers_in_words(refcli: Program, word: str, days: int) -> None:
    refcli.ok("contact add Anna")
    refcli.ok(["log", "lunch with anna", "--on", f"{word} days ago"])
    [told] = refcli.ok("log list --json").json
    assert told["on"] == ago(days).isoformat()


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("Rotterdam firms", "Rotterdam firms"),
        ("Zurich", "Zurich"),
        ("Looking to sell", "looking to sell"),
        ("Dental practices", "dental practices"),
        ("Dentists", "dentists"),
        ("Bakers in town", "bakers in town"),
        ("The owners", "the owners"),
        ("Who sell", "who sell"),
        ("IT", "IT"),
        ("it", "IT"),
    ],
)
def test_a_phrase_in_the_middle_of_a_sentence(phrase: str, said: str) -> None:
    assert fragment(phrase) == said


@pytest.mark.parametrize(
    ("met", "taught", "introduced", "received", "stage"),
    [
        (False, False, False, 0, Stage.CANDIDATE),
        (True, False, False, 0, Stage.MET),
        (False, True, False, 0, Stage.TAUGHT),
        (True, True, True, 0, Stage.ACTIVE),
        (True, True, True, 2, Stage.ACTIVE),
        (True, True, True, 3, Stage.CHAMPION),
        (False, False, False, 5, Stage.CHAMPION),
    ],
)
def test_stages_of_partners(
    *, met: bool, taught: bool, introduced: bool, received: int, stage: Stage
) -> None:
    found = stage_of(met=met, taught=taught, introduced=introduced, received=received)
    assert found is stage


def test_backups_that_are_kept_unless_said_otherwise() -> None:
    days = [TODAY - dt.timedelta(days=n) for n in range(500, -1, -1)]
    stays = sorted((TODAY - days[n]).days for n in kept(days, Keep()))
    sundays = [12, 19, 26, 33, 40, 47, 54]
    ends_of_months = [20, 51, 81, 112, 143, 173, 204, 234, 265, 293, 324]
    assert stays == sorted([*range(10), *sundays, *ends_of_months])


@pytest.mark.parametrize(("days", "points"), [(364, 12.0), (365, 25.0), (366, 25.0), (4000, 25.0)])
def test_work_that_goes_on_for_a_year_is_proof(days: int, points: float) -> None:
    who = READY._replace(deliveries=(), engagements=0, ongoing_since=ago(days))
    [basis] = [term.points for term in scored(who).terms if term.code == "basis"]
    assert basis == points


@pytest.mark.parametrize(
    ("band", "basis", "is_closed"),
    [
        ("warm", Basis.FRIEND, False),
        ("cooling", Basis.FRIEND, False),
        ("cold", Basis.FRIEND, True),
        ("cold", Basis.FAMILY, False),
    ],
)
def test_long_out_of_touch(band: str, basis: Basis, *, is_closed: bool) -> None:
    rapport = Rapport(700 if band == "cold" else 100, band)
    who = FRIEND._replace(bases=(basis,), rapport=rapport, last_interaction=ago(300))
    who = who._replace(last_between=ago(300))
    found = [blocker.code for blocker in blockers(who, TODAY, NUMBERS)]
    assert found == (["no-rapport"] if is_closed else [])


def test_an_import_that_adds_one_and_fills_one_is_kept(refcli: Program, tmp_path: Path) -> None:
    refcli.ok('contact add "Anna Weiss" --email a@x.example')
    file = tmp_path / "people.csv"
    file.write_text("N,E,P\nAnna Weiss,a@x.example,0171 55\nTom Roth,t@x.example,\n", "utf-8")
    refcli.ok(["import", str(file), "--map", "N=name,E=email,P=phone"])
    assert refcli.ok("contact show anna --json").json["phones"] == ["0171 55"]
    assert refcli.ok("contact show tom --json").json["emails"] == ["t@x.example"]
    assert refcli.ok("history --json").json[0]["command"] == "import"
    refcli.ok("undo")
    assert [c["name"] for c in refcli.ok("contact list --json").json] == ["Anna Weiss"]


def test_how_well_two_fit_is_the_share_of_what_one_seeks() -> None:
    seeker = Party(Person(1, "Anna"), needs="tax audit garden")
    other = Party(Person(2, "Tom"), offers="tax audit wills")
    worse = Party(Person(3, "Mia"), offers="garden")
    [found] = matches((seeker, other, worse), (), 5)
    assert (found.prospect.id, found.partner.id, found.score) == (1, 2, 67)
    assert found.words == ("tax", "audit")
    [found] = matches((seeker, other, worse), (frozenset({1, 2}),), 5)
    assert (found.partner.id, found.score, found.words) == (3, 33, ("garden",))


@pytest.mark.parametrize(
    ("part", "is_meant"),
    [("weiss", True), ("anna", True), ("an", False), ("anna weiss", True), ("", False)],
)
def test_a_part_of_a_name(part: str, *, is_meant: bool) -> None:
    assert matches_part("Anna Weiss", part) is is_meant
