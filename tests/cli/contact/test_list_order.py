"""The orders of lists of contacts, and what narrows them, at each boundary."""

import pytest

from tests.support.program import Program


def names(program: Program, options: str, **more: str) -> list[str]:
    found = program.ok(f"contact list {options} --json", **more).json
    return [contact["name"] for contact in found]


@pytest.fixture
def five(refcli: Program) -> Program:
    """Five whose order differs by name, tier, last exchange, rapport and number."""
    for line in (
        'contact add "Dora Zed" --tier C',
        'contact add "bert Low"',
        'contact add "Anna Weiss" --tier B --industry Tax --tag "Golf Club"',
        'contact add "Émile Roy" --tier A --basis friend --industry tax',
        'contact add "Cora Lind" --tier B --basis client --tag golf',
        'log "lunch with Cora" --on 2026-11-10',
        'log "lunch with Dora" --on 2026-11-15',
        'log "lunch with Dora" --on 2026-11-01',
        'log "lunch with Dora" --on 2026-10-15',
        'log "wrote to Anna" --on 2026-11-18 --how email',
    ):
        refcli.ok(line)
    return refcli


@pytest.mark.parametrize(
    ("sort", "wanted"),
    [
        ("name", "Anna bert Cora Dora Émile"),
        ("tier", "Émile Anna Cora Dora bert"),
        ("last", "Anna Dora Cora bert Émile"),
        ("rapport", "Dora Cora Anna bert Émile"),
        ("new", "Cora Émile Anna bert Dora"),
    ],
)
def test_each_order(five: Program, sort: str, wanted: str) -> None:
    assert [n.split()[0] for n in names(five, f"--sort {sort}")] == wanted.split()


def test_the_order_unless_one_is_told(five: Program) -> None:
    assert names(five, "") == names(five, "--sort new")
    said = five.ok("contact list").out
    places = [said.index(name) for name in names(five, "--sort name")]
    assert places == sorted(places)


@pytest.mark.parametrize("sort", ["tier", "last", "rapport"])
def test_among_equals_the_name_decides(refcli: Program, sort: str) -> None:
    for name in ("Cora", "anna", "Bert"):
        refcli.ok(f"contact add {name} --tier A")
    assert names(refcli, f"--sort {sort}") == ["anna", "Bert", "Cora"]
    refcli.ok("log lunch with anna and Bert and Cora")
    assert names(refcli, f"--sort {sort}") == ["anna", "Bert", "Cora"]


def test_among_namesakes_the_first_comes_first(refcli: Program) -> None:
    for org in ("Zoo", "Alp", "Mill"):
        refcli.ok(f'contact add "Anna Weiss" --org {org} --new')
    ids = [c["id"] for c in refcli.ok("contact list --sort name --json").json]
    assert ids == [1, 2, 3]


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        ("--tier A", "Émile"),
        ("--tier B", "Anna Cora"),
        ("--tier C", "Dora"),
        ("--basis friend", "Émile"),
        ("--basis client", "Cora"),
        ("--basis other", "Anna bert Dora"),
        ("--basis family", ""),
        ("--tag golf", "Cora"),
        ("--tag GOLF", "Cora"),
        ("--tag #golf", "Cora"),
        ("--tag +golf", "Cora"),
        ("--tag 'golf club'", "Anna"),
        ("--tag club", ""),
        ("--industry tax", "Anna Émile"),
        ("--industry TAX", "Anna Émile"),
        ("--industry ta", ""),
        ("--tier B --basis client", "Cora"),
        ("--tier B --industry tax", "Anna"),
        ("--tier A --basis client", ""),
        ("--status active", "Anna bert Cora Dora Émile"),
        ("--status resting", ""),
    ],
)
def test_each_way_to_narrow(five: Program, options: str, wanted: str) -> None:
    found = names(five, f"--sort name {options}")
    assert [name.split()[0] for name in found] == wanted.split()


@pytest.mark.parametrize(
    ("days", "wanted"),
    [
        (0, "Anna bert Cora Dora Émile"),
        (2, "Anna bert Cora Dora Émile"),
        (3, "bert Cora Dora Émile"),
        (5, "bert Cora Dora Émile"),
        (6, "bert Cora Émile"),
        (10, "bert Cora Émile"),
        (11, "bert Émile"),
    ],
)
def test_so_many_days_without_a_word(five: Program, days: int, wanted: str) -> None:
    found = names(five, f"--sort name --stale {days}")
    assert [name.split()[0] for name in found] == wanted.split()


@pytest.mark.parametrize(
    ("today", "status"),
    [
        ("2026-11-20", "resting"),
        ("2026-11-29", "resting"),
        ("2026-11-30", "active"),
        ("2026-12-01", "active"),
    ],
)
def test_rest_ends_on_its_day(anna: Program, today: str, status: str) -> None:
    anna.ok("contact rest anna --until 2026-11-30")
    for asked in ("active", "resting", "dropped"):
        found = names(anna, f"--status {asked}", today=today)
        assert found == (["Anna Weiss"] if asked == status else []), asked
    assert anna.ok("contact show anna --json", today=today).json["status"] == status


def test_who_was_dropped(anna: Program) -> None:
    anna.ok("contact drop anna --because gone")
    assert names(anna, "--status dropped") == ["Anna Weiss"]
    assert names(anna, "--status active") == []
    assert names(anna, "") == ["Anna Weiss"]


def asked_in_order(program: Program, *people: str) -> None:
    """Goes through all of them with `contact sort`, skipping each."""
    total = len(people)
    answers = [(f"{n}/{total} {name}", "skip") for n, name in enumerate(people, start=1)]
    program.ok("contact sort", terminal=80, answers=answers)


def test_the_likeliest_to_matter_are_sorted_first(refcli: Program) -> None:
    for line in (
        'contact add "Zoe Last"',
        'contact add "Yan Mail" --email y@x.example',
        'contact add "Anna Plain"',
        'contact add "Bert Met"',
        'contact add "Cora Often"',
        'contact add "Dan Known" --tier A --basis client',
        'contact add "Eve Long"',
        'log "lunch with Eve" --on 2012-11-10',
        'log "lunch with Bert" --on 2026-11-10',
        'log "lunch with Cora" --on 2026-11-10',
        'log "lunch with Cora" --on 2026-11-01',
    ):
        refcli.ok(line)
    asked_in_order(
        refcli, "Cora Often", "Bert Met", "Eve Long", "Yan Mail", "Anna Plain", "Zoe Last"
    )


@pytest.mark.parametrize(
    ("line", "is_asked"),
    [
        ("contact edit tom --basis client", True),
        ("contact edit tom --tier A", True),
        ("contact edit tom --basis friend --tier B", False),
        ("contact edit tom --basis client --tier A", False),
        ("contact rest tom --until 2027-01-01", False),
        ("contact drop tom --because gone", False),
    ],
)
def test_who_is_left_to_be_sorted(refcli: Program, line: str, is_asked: bool) -> None:
    refcli.ok("contact add Tom Brandt")
    refcli.ok(line)
    question = "how often" if "--basis" in line else "how do they know you"
    answers = [(question, "C" if "--basis" in line else "stop")] if is_asked else []
    said = refcli.ok("contact sort", terminal=80, answers=answers)
    assert ("every contact has a basis and a tier" in said.out) is not is_asked


def test_who_was_skipped_is_not_asked_about_again(refcli: Program) -> None:
    refcli.ok("contact add Tom Brandt")
    asked_in_order(refcli, "Tom Brandt")
    asked_in_order(refcli)
    refcli.ok("contact edit tom --role boss")
    asked_in_order(refcli)
    refcli.ok("contact edit tom --basis client")
    refcli.ok("contact sort", terminal=80, answers=[("1/1 Tom Brandt", "C")])


def test_what_is_found_by_name_comes_first(refcli: Program) -> None:
    for line in (
        'contact add "Log Keeper"',
        'log "spoke of sailing" --with @1',
        'contact add "Note Taker" --note sailing',
        'contact add "Org Person" --org "Sailing School"',
        'contact add "Sailing Sam"',
    ):
        refcli.ok(line)
    found = [c["name"] for c in refcli.ok("contact find sailing --json").json]
    assert found == ["Sailing Sam", "Org Person", "Note Taker", "Log Keeper"]


def test_where_many_are_called_so_nobody_else_is_shown(refcli: Program) -> None:
    refcli.ok('contact add "Zoe Other" --note "knows Annabel Stone"')
    names = [f"Annabel Stone{n:03}" for n in range(205)]
    refcli.ok("contact add -", stdin="\n".join(reversed(names)))
    for text in ("annab", "annabel ston", "ston annab"):
        found = [c["name"] for c in refcli.ok(f"contact find {text} --json").json]
        assert len(found) == len(set(found)) == 200
        assert set(found) <= set(names)
    assert [c["name"] for c in refcli.ok("contact find stone204 --json").json] == names[-1:]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("anna", ["Anna Weiss"]),
        ("ann wei", ["Anna Weiss"]),
        ("WEISS anna", ["Anna Weiss"]),
        ("anna brandt", []),
        ("nna", []),
        ("'\"'", []),
        ("golf", ["Anna Weiss"]),
        ("boss dental", ["Anna Weiss"]),
        ("moving berlin", ["Anna Weiss"]),
        ("lunch rome", ["Anna Weiss"]),
    ],
)
def test_every_word_is_to_be_found_somewhere(refcli: Program, text: str, wanted: list[str]) -> None:
    refcli.ok(
        'contact add "Anna Weiss" --tag golf --role Boss --industry dental --focus moving'
        ' --note "from Berlin" --nick Anni'
    )
    refcli.ok('contact add "Tom Brandt"')
    refcli.ok('log "lunch with Anna about Rome" --on 2026-11-10')
    found = [c["name"] for c in refcli.ok(f"contact find {text} --json").json]
    assert found == wanted


@pytest.mark.parametrize(
    ("options", "reach"),
    [
        ("--phone +49301 --email a@w.example", "+49301"),
        ("--email a@w.example --phone +49301 --phone +49302", "+49301"),
        ("--email a@w.example --email b@w.example", "a@w.example"),
        ("", ""),
    ],
)
def test_how_a_partner_reaches_who_is_passed_on(refcli: Program, options: str, reach: str) -> None:
    refcli.ok(f"contact add Anna Weiss {options}")
    refcli.ok("contact add Tom Brandt --phone +49309")
    said = refcli.ok("intro give anna tom --consent yes").out
    known = ("+49301", "+49302", "a@w.example", "b@w.example", "+49309")
    assert [value for value in known if value in said] == ([reach] if reach else [])
