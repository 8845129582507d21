"""`refcli contact …`."""

import pytest

from tests.support.program import Program

KEYS = [
    "id", "name", "nicknames", "organization", "role", "industry", "emails", "phones", "basis",
    "through", "since", "tier", "tags", "status", "status_until", "thanks_by", "focus",
    "admired_by", "taught_on", "last_interaction", "rapport", "note",
]  # fmt: skip


def test_every_field_comes_back(anna: Program) -> None:
    anna.ok(
        'contact add "Ben Okoye" --org "Okoye Electrics" --role owner --industry trades'
        " --email b@o.example --email ben@home.example --phone '+44 20 7946 0000' --basis referred"
        " --through anna --since 2025-05-01 --tier B --tag golf --tag vip --nick Benny"
        " --focus 'hiring' --thanks-by meal --admired-by anna --note 'likes tea'"
    )
    found = anna.ok("contact show benny --json").json
    assert [key for key in found if key in KEYS] == KEYS
    rapport = found.pop("rapport")
    assert set(rapport) == {"days", "band"}
    told = {
        "id": 2,
        "name": "Ben Okoye",
        "nicknames": ["Benny"],
        "organization": "Okoye Electrics",
        "role": "owner",
        "industry": "trades",
        "emails": ["b@o.example", "ben@home.example"],
        "phones": ["+44 20 7946 0000"],
        "basis": "referred",
        "through": {"id": 1, "name": "Anna Weiss"},
        "since": "2025-05-01",
        "tier": "B",
        "tags": ["golf", "vip"],
        "status": "active",
        "status_until": None,
        "thanks_by": "meal",
        "focus": "hiring",
        "admired_by": {"id": 1, "name": "Anna Weiss"},
        "taught_on": None,
        "last_interaction": None,
        "note": "likes tea",
    }
    assert {key: found[key] for key in told} == told


def test_bare_lists_and_shows(anna: Program) -> None:
    assert [c["name"] for c in anna.ok("contact --json").json] == ["Anna Weiss"]
    assert anna.ok("contact anna --json").json["id"] == 1
    added = anna.ok("contact add Ben Okoye --json").json
    assert (added["name"], added["basis"]) == ("Ben Okoye", "other")
    assert anna.ok("contact --basis client --json").json[0]["name"] == "Anna Weiss"
    assert anna.ok("contact --json Ben Okoye").json["id"] == 2


def test_fields_on_a_name_that_is_taken_are_refused(anna: Program) -> None:
    result = anna("contact anna --tier A")
    assert (result.code, result.out) == (1, "")
    assert "refcli contact edit anna" in result.err
    assert [c["tier"] for c in anna.ok("contact list --json").json] == [None]


@pytest.mark.parametrize("slip", ["lst", "shwo", "edot", "Find", "rst", "dorp", "mrege"])
def test_a_slip_is_not_a_person(anna: Program, slip: str) -> None:
    result = anna(f"contact {slip}")
    assert result.code == 2
    assert "refcli contact add" in result.err
    assert len(anna.ok("contact list --sort name --json").json) == 1
    anna.ok(f"contact add {slip}")
    assert len(anna.ok("contact list --sort name --json").json) == 2


def test_names_are_never_guessed(anna: Program) -> None:
    anna.ok("contact add Anna Berg")
    result = anna("contact show anna")
    assert (result.code, result.out) == (3, "")
    assert "Anna Berg (@2)" in result.err
    assert "Anna Weiss (@1, Weiss Dental)" in result.err
    assert anna.ok("contact show @2 --json").json["name"] == "Anna Berg"
    picked = anna.ok("contact show anna", answers=[("Which 'anna'?", "1")])
    assert picked.out.startswith("Anna Weiss (@1)")
    nobody = anna("contact show anne")
    assert nobody.code == 3
    assert "Anna" in nobody.err
    assert anna("contact show @99").code == 3


def test_edit_changes_several_and_clears(anna: Program) -> None:
    anna.ok("contact add Ben Okoye --tag old")
    anna.ok("contact edit anna ben --tier C --tag golf --no-tag old")
    tags = {
        c["name"]: (c["tier"], c["tags"]) for c in anna.ok("contact list --sort name --json").json
    }
    assert tags == {"Anna Weiss": ("C", ["golf"]), "Ben Okoye": ("C", ["golf"])}
    anna.ok(["contact", "edit", "anna", "--org", "", "--name", "Anna Weiss-Berg"])
    found = anna.ok("contact show weiss-berg --json").json
    assert (found["organization"], found["name"]) == (None, "Anna Weiss-Berg")
    assert anna("contact edit anna").code == 2
    assert anna("contact edit anna ben --name X").code == 2


def test_a_new_name_reaches_what_is_due(anna: Program) -> None:
    anna.ok("ask anna --in dentistry --looking-for sell --answer promised")
    anna.ok('contact edit anna --name "Anna Berg"')
    actions = [i["action"] for i in anna.ok("due --within 3 --json").json]
    assert actions == ["Thank Anna Berg for promising an introduction"]


@pytest.mark.parametrize(
    "fields",
    ["--email nowhere", "--phone x", "--tier D", "--basis foe", "--since tomorrow", "--tag '#'"],
)
def test_bad_fields_change_nothing(anna: Program, fields: str) -> None:
    result = anna(f"contact edit anna {fields}")
    assert result.code == 2
    assert result.out == ""
    before = anna.ok("contact show anna --json").json
    assert (before["emails"], before["phones"], before["tier"]) == ([], [], None)


def test_list_is_narrowed_and_sorted(anna: Program) -> None:
    anna.ok("contact add Ben Okoye --tier A --industry trades --tag golf")
    anna.ok("contact add Carla Mendes --basis partner")
    anna.ok("contact drop carla --because gone")

    def names(options: str) -> list[str]:
        return [c["name"] for c in anna.ok(f"contact list --sort name {options} --json").json]

    assert names("--basis client") == ["Anna Weiss"]
    assert names("--tier A") == ["Ben Okoye"]
    assert names("--industry Trades") == ["Ben Okoye"]
    assert names("--tag '#Golf'") == ["Ben Okoye"]
    assert names("--status dropped") == ["Carla Mendes"]
    assert names("--status active") == ["Anna Weiss", "Ben Okoye"]
    assert names("--stale 5") == ["Anna Weiss", "Ben Okoye", "Carla Mendes"]
    assert names("--stale 11") == ["Ben Okoye", "Carla Mendes"]
    assert names("--sort rapport")[0] == "Anna Weiss"
    assert names("--sort new")[0] == "Carla Mendes"


def test_find_looks_everywhere(anna: Program) -> None:
    anna.ok('log "lunch with anna about sailing" --on 2026-11-01')
    anna.ok("contact edit anna --focus 'a second practice' --note 'allergic to nuts' --tag golf")
    for text in ("sailing", "practice", "nuts", "golf", "dental", "weiss", "Weiß", "sail wei"):
        found = anna.ok(["contact", "find", text, "--json"]).json
        assert [c["name"] for c in found] == ["Anna Weiss"], text
    assert anna.ok("contact find sailing boats --json").json == []
    assert anna.ok(["contact", "find", '"*(', "--json"]).json == []


def test_rest_drop_restore(anna: Program) -> None:
    anna.ok("contact edit anna --tier A")
    assert anna.due() == {("keep-in-touch", "Anna Weiss"): "2026-12-10"}
    anna.ok("contact rest anna --until 2027-02-01")
    assert anna.due() == {("keep-in-touch", "Anna Weiss"): "2027-02-01"}
    resting = anna.ok("contact show anna --json").json
    assert (resting["status"], resting["status_until"]) == ("resting", "2027-02-01")
    rested = anna.ok("contact show anna --json", today="2027-02-01").json
    assert rested["status"] == "active"
    assert anna("contact rest anna --until today").code == 2
    anna.ok("contact drop anna --because 'never called back'")
    assert anna.due() == {}
    assert anna("contact drop anna --because again").code == 1
    assert anna("contact rest anna --until +10d").code == 1
    assert "never called back" in anna.ok("contact show anna").out
    anna.ok("contact restore anna")
    assert anna.ok("contact show anna --json").json["status"] == "active"
    assert ("keep-in-touch", "Anna Weiss") in anna.due()


def test_dropping_keeps_what_is_owed(anna: Program) -> None:
    anna.ok("ask anna --in dentistry --looking-for sell --answer promised")
    anna.ok("contact drop anna --because moved")
    assert anna.due() == {("thank", "Anna Weiss"): "2026-11-21"}


def test_sort_asks_one_key_each(refcli: Program) -> None:
    for name in ("Anna Weiss", "Ben Okoye", "Carla Mendes"):
        refcli.ok(["contact", "add", name])
    result = refcli(
        "contact sort",
        answers=[
            ("1/3 Anna Weiss: how do they know you?", "client"),
            ("1/3 Anna Weiss: how often in touch?", "A"),
            ("2/3 Ben Okoye", "skip"),
            ("3/3 Carla Mendes", KeyboardInterrupt),
        ],
    )
    assert (result.code, result.out) == (130, "sorted 2 contacts; 1 left\n")
    newest = refcli.ok("history --json").json[0]
    assert (newest["command"], newest["did"]) == (
        "contact sort",
        "Ben Okoye stays unsorted for now",
    )
    found = {
        c["name"]: (c["basis"], c["tier"])
        for c in refcli.ok("contact list --sort name --json").json
    }
    assert found["Anna Weiss"] == ("client", "A")
    left = refcli.ok("contact sort", answers=[("1/1 Carla Mendes", "stop")])
    assert left.out == "sorted 0 contacts; 1 left\n"
    assert refcli("contact sort").code == 2


def test_names_from_stdin(refcli: Program) -> None:
    refcli.ok("contact add - --basis friend", stdin="Anna Weiss\n\nBen Okoye\n")
    found = [(c["name"], c["basis"]) for c in refcli.ok("contact list --sort name --json").json]
    assert found == [("Anna Weiss", "friend"), ("Ben Okoye", "friend")]
    assert refcli("contact add -", stdin="Carla\n@12\n").code == 2
    assert len(refcli.ok("contact list --sort name --json").json) == 2
    assert refcli("contact add -", stdin="").code == 66


HOSTILE = [
    "Ann \x1b[31mred",
    "Bob\x1b]0;x\x07",
    "Kim\u202egnp.exe",
    "Mia\u200bMia",
    "Pat\u2028row",
    "Sam\r\nX: 1",
    "[red]Tim[/red]",
    "Uma [/nope] [",
    "Wes :pile_of_poo:",
    "Bea\udcff",
    "👩‍👩‍👧‍👦 Zoë",
    "שלום עמר",
    "O'Brien\"; drop table contact;--",
]


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("terminal", [None, 80, 20])
def test_no_text_drives_the_terminal(refcli: Program, name: str, terminal: int | None) -> None:
    refcli.ok(["contact", "add", name])
    refcli.ok(["followup", "@1", name, "--due", "today"])
    env = {"NO_COLOR": "1"}
    for line in ("contact list", "contact show @1", "due", "followup list"):
        result = refcli.ok(line, terminal=terminal, env=env)
        bad = [c for c in result.out if (ord(c) < 32 and c != "\n") or c in "\u202e\u200b\u2028"]
        assert bad == []
    if "[" in name and "\x1b" not in name and terminal != 20:
        assert name in refcli.ok("contact list", terminal=terminal).out


def test_a_contact_in_full_on_a_terminal(anna: Program) -> None:
    anna.ok("ask anna --in dentistry --looking-for 'sell their practice' --answer promised")
    anna.ok('intro anna "Ben Okoye" --phone 12345')
    text = anna.ok("contact anna", terminal=80, env={"NO_COLOR": "1"}).out
    assert text == (
        "Anna Weiss (@1)\n"
        "known by       client, since Wed 10 Jan 2024\n"
        "work           Weiss Dental\n"
        "rapport        warm, about every 3 months\n"
        "last exchange  today\n"
        "taught         never\n"
        "\n"
        "To do\n"
        "  3  Thank Anna Weiss for the introduction to Ben Okoye (tomorrow)\n"
        "  4  Tell Anna Weiss where it stands with Ben Okoye (in 7 days)\n"
        "  5  Tell Anna Weiss whom you help and what to listen for (in 7 days)\n"
        "  6  Ask Anna Weiss again, if the time is right (in 90 days)\n"
        "\n"
        "Lately\n"
        "  today, in person: asked for an introduction\n"
        "  Tue 10 Nov, in person: lunch with Anna\n"
        "\n"
        "Introductions\n"
        "  1  introduced you to Ben Okoye, today: made\n"
        "\n"
        "Asks\n"
        "  1  today, introduced\n"
    )


@pytest.mark.parametrize("name", ["Anna Weiss", "ANNA WEISS", "Anna", "weiss"])
def test_who_is_known_is_not_added_again(anna: Program, name: str) -> None:
    result = anna(["contact", "add", name, "--tag", "golf"])
    assert (result.code, result.out) == (1, "")
    assert 'refcli contact edit "Anna Weiss"' in result.err
    assert "--new" in result.err
    assert len(anna.ok("contact list --json").json) == 1
    assert anna("contact add -", stdin=f"Tom Berg\n{name}\n").code == 1
    anna.ok(["contact", "add", name, "--new"])
    assert len(anna.ok("contact list --json").json) == 2


def test_half_a_couple_does_not_die_for_both(refcli: Program) -> None:
    refcli.ok('contact add "Tom and Gina Ray" --basis client')
    refused = refcli("contact drop gina --because died")
    assert (refused.code, refused.out) == (1, "")
    assert 'refcli contact edit "Tom and Gina Ray" --name "FIRST LAST"' in refused.err
    assert refcli.ok("contact show @1 --json").json["status"] == "active"
    refcli.ok('contact drop "tom and gina ray" --because died')
    assert refcli.ok("contact show @1 --json").json["status"] == "deceased"


def test_who_was_dropped_may_die_later(anna: Program) -> None:
    anna.ok("contact drop anna --because moved")
    anna.ok("contact drop anna --because died")
    assert anna.ok("contact show anna --json").json["status"] == "deceased"
    assert anna("contact drop anna --because died").code == 1
    anna.ok("undo")
    assert anna.ok("contact show anna --json").json["status"] == "dropped"


def test_sort_asks_only_for_what_is_missing(refcli: Program) -> None:
    refcli.ok("contact add 'Anna Weiss' --tier A")
    refcli.ok("contact add 'Ben Okoye' --basis friend")
    answers = [("1/2 Anna Weiss: how do they", "client"), ("2/2 Ben Okoye: how often", "none")]
    told = refcli.ok("contact sort", terminal=80, answers=answers)
    assert "sorted 2 contacts; 0 left" in told.out
    found = {c["name"]: (c["basis"], c["tier"]) for c in refcli.ok("contact list --json").json}
    assert found == {"Anna Weiss": ("client", "A"), "Ben Okoye": ("friend", None)}
