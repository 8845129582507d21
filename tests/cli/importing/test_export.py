"""`refcli export`: everything goes out, and comes in again as it was."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from refcli.domain.text import clean_text
from refcli.exchange.formulas import guarded, without_guard
from tests.support.program import Program
from tests.support.tables import tables


def test_json_brings_back_an_equal_store(sample: Program, tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    sample.ok(["export", str(file)])
    other = Program(tmp_path / "other.db")
    done = other.ok(["import", str(file), "--json"]).json
    assert (done["format"], done["new"]) == ("refcli", 62)
    assert tables(other.store) == tables(sample.store)
    for line in ("due --all", "ask who --json", "contact find golf", "review gaps"):
        assert other.ok(line).out == sample.ok(line).out
    again = other(["import", str(file)])
    assert (again.code, "empty store only" in again.err) == (1, True)


texts = (
    st.text(max_size=40)
    .map(lambda t: " ".join(clean_text(t).split()))
    .filter(lambda t: any(c.isalnum() for c in t) and not t.startswith(("-", "@")))
)


@given(st.lists(st.tuples(texts, texts, st.sampled_from(["client", "friend"])), max_size=4))
def test_any_store_comes_back_equal(
    tmp_path_factory: pytest.TempPathFactory, people: list[tuple[str, str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("pair")
    first, second = Program(folder / "a.db"), Program(folder / "b.db")
    first.ok("config set currency EUR")
    for name, note, basis in people:
        first.ok(["contact", "add", "--new", name, "--note", note, "--basis", basis, "--tier", "A"])
    first.ok(["export", str(folder / "x.json")])
    if not people:
        return
    second.ok(["import", str(folder / "x.json")])
    assert tables(second.store) == tables(first.store)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda v: v["tables"].update(nonsense=[]),
        lambda v: v["tables"]["contact"][0].update(nonsense=1),
        lambda v: v["tables"]["contact"][0].update(id="1"),
        lambda v: v["tables"]["contact"][0].update(basis="boss"),
        lambda v: v["tables"]["contact"][0].update(created_on="soon"),
        lambda v: v["tables"]["contact"][0].update(name=None),
        lambda v: v["tables"]["contact"][0].update(name=["x"]),
        lambda v: v["tables"]["contact"][0].update(through_id=99),
        lambda v: v["tables"]["interaction"][0].update(channel="pigeon"),
        lambda v: v["tables"].update(contact=v["tables"]["contact"] * 2),
        lambda v: v.update(tables=[]),
    ],
)
def test_a_spoiled_export_changes_nothing(anna: Program, tmp_path: Path, spoil: Any) -> None:
    value = json.loads(anna.ok("export -").out)
    spoil(value)
    file = tmp_path / "spoiled.json"
    file.write_text(json.dumps(value), encoding="utf-8")
    other = Program(tmp_path / "other.db")
    other.ok("config set currency EUR")
    before = tables(other.store)
    refused = other(["import", str(file)])
    assert refused.code == 65, refused
    assert tables(other.store) == before


def test_a_newer_export_is_left_alone(anna: Program, tmp_path: Path) -> None:
    value = json.loads(anna.ok("export -").out)
    value["refcli"]["schema"] = 99
    file = tmp_path / "new.json"
    file.write_text(json.dumps(value), encoding="utf-8")
    assert Program(tmp_path / "other.db")(["import", str(file)]).code == 76


@pytest.mark.parametrize("ending", ["csv", "vcf"])
def test_contacts_come_back(anna: Program, tmp_path: Path, ending: str) -> None:
    anna.ok(
        "contact add Tom Brandt --through anna --email t@b.example --phone +4930123 --nick Tommy"
        ' --tag golf --note "line one, two; three" --org "Brandt, Son" --role Joiner'
    )
    file = tmp_path / f"people.{ending}"
    anna.ok(["export", str(file)])
    same = anna.ok(["import", str(file), "--json"]).json
    assert (same["new"], same["updated"], same["same"]) == (0, 0, 2)
    other = Program(tmp_path / "other.db")
    other.ok(["import", str(file)])
    wanted = anna.ok("contact show tom --json").json
    found = other.ok("contact show tom --json").json
    for key in ("name", "organization", "role", "emails", "phones", "basis", "tags", "nicknames"):
        assert found[key] == wanted[key], key
    assert found["through"]["name"] == "Anna Weiss"
    assert wanted["note"] in found["note"]


def test_a_spreadsheet_computes_nothing(refcli: Program, tmp_path: Path) -> None:
    refcli.ok(["contact", "add", "=cmd|x", "--note", "@sum", "--phone", "+49 30 1"])
    cells = next(csv.DictReader(io.StringIO(refcli.ok("export - --format csv").out)))
    assert (cells["name"], cells["note"], cells["phones"]) == ("'=cmd|x", "'@sum", "+49 30 1")
    file = tmp_path / "x.csv"
    refcli.ok(["export", str(file)])
    other = Program(tmp_path / "other.db")
    other.ok(["import", str(file)])
    assert [c["name"] for c in other.ok("contact list --json").json] == ["=cmd|x"]


@given(st.text(max_size=30))
def test_a_guard_comes_off_again(text: str) -> None:
    assert without_guard(guarded(text)) == text
    assert not guarded(text).startswith(("=", "-", "@", "\t", "\r"))


def events(text: str) -> dict[str, Any]:
    parts = [c for c in Calendar.from_ical(text).subcomponents if c.name in ("VEVENT", "VTODO")]
    return {str(c["SUMMARY"]): c for c in parts}


def test_follow_ups_in_a_calendar(anna: Program) -> None:
    anna.ok('followup anna "Send the, list; of\\n things" --due 2026-12-01')
    anna.ok('intro anna "Pia Prospect"')
    before = events(anna.ok("export - --format ics").out)
    reach = before["Reach Pia Prospect: Anna Weiss sent you"]
    assert (str(reach["DTSTART"].dt), str(reach["TRANSP"])) == ("2026-11-21", "TRANSPARENT")
    assert [c.name for c in reach.subcomponents] == ["VALARM"]
    anna.ok(["snooze", anna.number("reach"), "2026-11-25"])
    snoozed = events(anna.ok("export - --format ics").out)[str(reach["SUMMARY"])]
    assert snoozed["UID"] == reach["UID"]
    assert snoozed["SEQUENCE"] > reach["SEQUENCE"]
    assert str(snoozed["DTSTART"].dt) == "2026-11-25"
    anna.ok(["done", anna.number("reach")])
    closed = events(anna.ok("export - --format ics").out)[str(reach["SUMMARY"])]
    assert (closed["UID"], str(closed["STATUS"])) == (reach["UID"], "CANCELLED")
    assert closed["SEQUENCE"] > snoozed["SEQUENCE"]


def test_private_to_dos(anna: Program) -> None:
    anna.ok('intro anna "Pia Prospect"')
    found = anna.ok("export - --format ics --todo --private")
    assert "Reach: P.P." in events(found.out)
    assert "Weiss" not in found.out
    assert "Google" in found.err
    assert anna("export - --todo").code == 2


def test_all_about_one_person(sample: Program) -> None:
    found = sample.ok("export - --contact Carla").json["rows"]
    assert [c["name"] for c in found["contact"]] == ["Carla Mendes"]
    assert len(found["intro"]) == 3
    assert {r["contact_id"] for r in found["thanks"]} == {found["contact"][0]["id"]}
    assert found["interaction"]
    assert all(r["on_date"] for r in found["interaction"])


def test_files_are_refused_and_forced(anna: Program, tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    file.write_text("mine", encoding="utf-8")
    assert anna(["export", str(file)]).code == 73
    anna.ok(["export", str(file), "--force"])
    assert anna(["export", str(tmp_path / "x.pdf")]).code == 2
    assert anna("export - --contact nobody").code == 3
    assert json.loads(anna.ok("export -").out)["refcli"]["format"] == 1


def test_nothing_yet(refcli: Program) -> None:
    assert refcli.ok("export -").json["tables"]["contact"] == []
    assert not refcli.store.exists()


def whole(tables_: dict[str, Any]) -> str:
    return json.dumps({"refcli": {"format": 1, "schema": 2}, "tables": tables_})


@pytest.mark.parametrize("tables_", [{}, {"contact": []}, {"contact": [], "setting": []}])
def test_a_whole_export_without_rows_is_refused(
    refcli: Program, tmp_path: Path, tables_: dict[str, Any]
) -> None:
    refcli.ok("config set currency EUR")
    file = tmp_path / "empty.json"
    file.write_text(whole(tables_), encoding="utf-8")
    for line in (["import", str(file)], ["import", str(file), "--dry-run"]):
        done = refcli(line)
        assert (done.code, done.out) == (65, "")
        assert "no row in it, so nothing was imported" in done.err
    assert refcli.ok("config get currency").out == "EUR\n"


def test_a_whole_export_takes_no_setting_away(
    refcli: Program, anna: Program, tmp_path: Path
) -> None:
    anna.ok("config set currency GBP")
    anna.ok("config set pace.day 7")
    file = tmp_path / "all.json"
    anna.ok(["export", str(file)])
    other = Program(tmp_path / "other.db")
    other.ok("config set currency EUR")
    other.ok('config set me.name "Sam Rivers"')
    other.ok(["import", str(file)])
    for name, value in (("currency", "EUR"), ("me.name", "Sam Rivers"), ("pace.day", "7")):
        assert other.ok(f"config get {name}").out == f"{value}\n"
    assert other.ok("contact list --json").json[0]["name"] == "Anna Weiss"


@pytest.mark.parametrize(
    "line",
    ['kit edit --why "because"', "campaign start Spring --until 2027-01-01", "kit target vets"],
)
def test_a_whole_export_goes_into_no_store_that_holds_something(
    anna: Program, tmp_path: Path, line: str
) -> None:
    file = tmp_path / "all.json"
    anna.ok(["export", str(file)])
    other = Program(tmp_path / "other.db")
    other.ok(line)
    before = tables(other.store)
    done = other(["import", str(file)])
    assert (done.code, "empty store only" in done.err) == (1, True)
    assert tables(other.store) == before


def test_a_card_gives_back_dates_addresses_ties_and_fields(refcli: Program, tmp_path: Path) -> None:
    refcli.ok('contact add "Anna Weiss" --email a@x.example --address "Weg 1; Ulm, DE"')
    refcli.ok('contact add "Otto Weiss" --email o@x.example')
    refcli.ok('contact date anna birthday "15 apr 1980"')
    refcli.ok('contact date anna "name day" "26 jul"')
    refcli.ok("contact tie anna otto --as spouse")
    refcli.ok('contact edit anna --set "Boat; big=Sea, gull" --set "vCard IMPP;TYPE=x=xmpp:a"')
    file = str(tmp_path / "all.vcf")
    refcli.ok(["export", file])
    other = Program(tmp_path / "other.db")
    other.ok(["import", file])
    wanted = refcli.ok("contact show anna --json").json
    found = other.ok("contact show anna --json").json
    for part in ("addresses", "dates", "fields"):
        assert found[part] == wanted[part], part
    assert [t["contact"]["name"] for t in found["ties"]] == ["Otto Weiss"]
    assert other.ok(["import", file, "--json"]).json["updated"] == 0
