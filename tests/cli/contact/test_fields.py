"""Greeting, pronouns, former names, addresses, several of a kind, and fields of one's own."""

import pytest

from tests.support.program import Program

TOLD = (
    "contact add Anna Weiss --basis client --call 'Frau Weiss' --pronouns she/her"
    " --former-name 'Anna Meyer' --address 'Ringstr. 5, Berlin' --address 'Hof 1, Ulm'"
    " --email a@x.example --email b@x.example --phone 12345 --phone 67890 --tag golf --tag cpa"
    " --set size=12 --set 'Team Lead=Bo Larsen'"
)


@pytest.fixture
def told(refcli: Program) -> Program:
    refcli.ok(TOLD)
    return refcli


def values(program: Program) -> dict[str, object]:
    found = program.ok("contact @1 --json").json
    names = ("call", "pronouns", "former_names", "addresses", "emails", "phones", "tags", "fields")
    return {name: found[name] for name in names}


def test_what_is_told_stands_in_json_and_on_the_sheet(told: Program) -> None:
    assert values(told) == {
        "call": "Frau Weiss",
        "pronouns": "she/her",
        "former_names": ["Anna Meyer"],
        "addresses": ["Ringstr. 5, Berlin", "Hof 1, Ulm"],
        "emails": ["a@x.example", "b@x.example"],
        "phones": ["12345", "67890"],
        "tags": ["golf", "cpa"],
        "fields": {"size": "12", "Team Lead": "Bo Larsen"},
    }
    sheet = told.ok("contact anna").out
    for text in ("Frau Weiss", "she/her", "Anna Meyer", "Hof 1, Ulm", "Team Lead: Bo Larsen"):
        assert text in sheet


@pytest.mark.parametrize("name", ["Anna Meyer", "meyer", "anna meyer"])
def test_a_former_name_finds_them(told: Program, name: str) -> None:
    assert told.ok(["contact", "show", name, "--json"]).json["id"] == 1
    assert "Anna Weiss" in told.ok(["log", f"lunch with {name.title()}"]).out


def test_a_name_comes_before_a_former_one(told: Program) -> None:
    told.ok("contact add 'Carl Meyer'")
    assert told.ok("contact show meyer --json").json["name"] == "Carl Meyer"


@pytest.mark.parametrize("text", ["meyer", "ringstr", "larsen", "12"])
def test_all_of_it_is_found(told: Program, text: str) -> None:
    assert [c["id"] for c in told.ok(f"contact find {text} --json").json] == [1]


@pytest.mark.parametrize(
    ("options", "name", "left"),
    [
        ("--no-email A@X.example", "emails", ["b@x.example"]),
        ("--no-phone 12345", "phones", ["67890"]),
        ("--no-former-name 'anna meyer'", "former_names", []),
        ("--no-address 'ringstr. 5, berlin'", "addresses", ["Hof 1, Ulm"]),
        ("--no-tag golf", "tags", ["cpa"]),
        ("--unset SIZE", "fields", {"Team Lead": "Bo Larsen"}),
        ("--set size=", "fields", {"Team Lead": "Bo Larsen"}),
        ("--set size=40", "fields", {"size": "40", "Team Lead": "Bo Larsen"}),
        ("--call ''", "call", None),
    ],
)
def test_each_is_changed_and_undone(told: Program, options: str, name: str, left: object) -> None:
    before = values(told)
    told.ok(f"contact edit anna {options}")
    assert values(told) == before | {name: left}
    told.ok("undo")
    assert values(told) == before


def test_lists_are_narrowed_by_ones_own_fields(told: Program) -> None:
    told.ok("contact add Bob --set size=12 --set region=north")
    told.ok("contact add Cid --set size=9")
    for narrowed, names in (
        ("--where size=12", {"Anna Weiss", "Bob"}),
        ("--where SIZE=12 --where region=North", {"Bob"}),
        ("--where size=12 --where call='frau weiss'", {"Anna Weiss"}),
        ("--where size=77", set()),
    ):
        found = told.ok(f"contact list {narrowed} --json").json
        assert {c["name"] for c in found} == names, narrowed
    told.ok("contact edit --all-where size=12 --tag big")
    assert len(told.ok("contact list --tag big --json").json) == 2


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("contact list --where sise=12", "fields: org"),
        ("contact edit anna --set size", "--set size=12"),
        ("contact edit anna --set =12", "--set size=12"),
        ("contact edit anna --set role=owner", "--role owner"),
        ("contact edit anna --set Tag=golf", "--tag golf"),
        ("contact edit anna --set organisation=Acme", "--org Acme"),
        ("contact edit anna --address ' '", "address"),
        ("contact edit anna --former-name '!'", "letter or digit"),
    ],
)
def test_what_is_refused_says_what_to_type(told: Program, line: str, says: str) -> None:
    before = values(told)
    result = told(line)
    assert (result.code, result.out) == (2, "")
    assert says in result.err
    assert values(told) == before


def test_where_nothing_is_known_a_list_by_a_field_says_so(refcli: Program) -> None:
    assert refcli.ok("contact list --where size=12").err.startswith("there is nothing yet")


def test_merged_people_keep_what_both_had(told: Program) -> None:
    told.ok("contact add Annie --call Annie --set size=7 --set region=north --address 'Hof 1, ULM'")
    told.ok("contact merge anna annie")
    assert values(told) == {
        **values(told),
        "call": "Frau Weiss",
        "addresses": ["Ringstr. 5, Berlin", "Hof 1, Ulm"],
        "fields": {"region": "north", "size": "12", "Team Lead": "Bo Larsen"},
    }


def test_who_is_forgotten_leaves_no_word_of_it(told: Program) -> None:
    told.ok("contact add Bob --note 'knows Anna Meyer, Hof 1, Ulm'")
    told.ok("contact forget anna --yes")
    raw = told.store.read_bytes()
    for word in (b"Meyer", b"Hof 1", b"Frau Weiss", b"Larsen"):
        assert word not in raw, word


def test_a_whole_export_and_csv_have_it(told: Program, tmp_path: object) -> None:
    told.ok(f"export {tmp_path}/all.json")
    other = Program(told.store.with_name("other.db"))
    other.ok(f"import {tmp_path}/all.json")
    assert values(other) == values(told)
    sheet = told.ok("export - --format csv").out
    assert "size: 12; Team Lead: Bo Larsen" in sheet or "Team Lead: Bo Larsen; size: 12" in sheet


@pytest.mark.parametrize(
    ("options", "what"),
    [
        ("--tier B --tag chess", "tier B; tag chess"),
        ("--role ''", "no role"),
        ("--set size=40 --unset 'team lead'", "size 40; no team lead"),
        ("--no-phone 12345", "no phone 12345"),
        ("--basis friend --no-basis client", "basis friend; not client any more"),
        ("--through bob", "through Bob Lund"),
    ],
)
def test_what_was_changed_is_said(told: Program, options: str, what: str) -> None:
    told.ok("contact add Bob Lund")
    told.ok("contact edit anna --role owner")
    assert told.ok(f"contact edit anna {options}").lines[0] == f"changed Anna Weiss (@1): {what}"


@pytest.mark.parametrize("text", ["a@x.example", "A@X.EXAMPLE", "12345", "1 23 45"])
def test_an_address_or_a_number_finds_whoever_has_it(told: Program, text: str) -> None:
    told.ok("contact add Bob --email b@y.example --phone 99999")
    assert [c["id"] for c in told.ok(["contact", "find", text, "--json"]).json] == [1]


def test_what_is_a_field_without_a_value_is_asked_for(told: Program) -> None:
    result = told("contact list --where size")
    assert result.code == 2
    assert "size=VALUE" in result.err
    assert "contact date NAME birthday" in told("contact edit anna --set birthday=x").err


def test_a_firm_is_found_elsewhere(told: Program) -> None:
    told.ok("contact edit anna --org Nordlicht")
    assert "refcli contact find Nordlicht" in told("contact show Nordlicht").err
