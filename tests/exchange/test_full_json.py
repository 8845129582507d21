"""The whole store as JSON: out, in again, and what is refused."""

import json
from typing import Any

import pytest

from refcli.errors import BadData, NewerStore
from refcli.exchange.full_json import (
    FORMAT,
    is_store_json,
    person_json,
    schema_of,
    store_json,
    store_rows,
)

COLUMNS = {
    "contact": (
        *("id", "name", "name_key", "basis", "tier", "status", "thanks_by", "since"),
        *("known_since", "status_until", "note"),
    ),
    "interaction": ("id", "channel", "direction", "on_date"),
    "ask": ("id", "channel", "confirm_by"),
    "intro": ("id", "rung", "state", "made_on"),
    "intro_step": ("id", "step"),
    "follow_up": ("id", "kind", "closing", "due_on"),
    "thanks": ("id", "how"),
    "favor": ("id", "how"),
    "kit": ("id", "field", "value"),
}


def export(tables: Any, *, form: Any = FORMAT, schema: Any = 5) -> dict[str, Any]:
    return {"refcli": {"format": form, "schema": schema}, "tables": tables}


def rows_of(table: str, row: dict[str, Any]) -> list[dict[str, Any]]:
    return store_rows(export({table: [row]}), COLUMNS)[table]


def refusal_of(tables: Any) -> str:
    with pytest.raises(BadData) as found:
        store_rows(export(tables), COLUMNS)
    return found.value.message


def test_a_store_says_what_it_is_and_holds_its_rows() -> None:
    text = store_json({"contact": [{"id": 1, "name": "Zoë"}]}, 5, "2026-11-20T12:00:00Z")
    assert text == (
        '{\n "refcli": {\n  "format": 1,\n  "schema": 5,\n  "exported": "2026-11-20T12:00:00Z"\n'
        ' },\n "tables": {\n  "contact": [\n   {\n    "id": 1,\n    "name": "Zoë"\n   }\n  ]\n'
        " }\n}\n"
    )
    assert store_rows(json.loads(text), COLUMNS) == {"contact": [{"id": 1, "name": "Zoë"}]}


def test_one_person_s_rows_say_so_and_are_no_store() -> None:
    text = person_json({"contact": [{"id": 1, "name": "Zoë"}]}, "2026-11-20T12:00:00Z")
    assert text.startswith('{\n "refcli": {\n  "format": 1,\n  "about": "one person",\n')
    assert text.endswith('"name": "Zoë"\n   }\n  ]\n }\n}\n')
    assert json.loads(text) == {
        "refcli": {"format": 1, "about": "one person", "exported": "2026-11-20T12:00:00Z"},
        "rows": {"contact": [{"id": 1, "name": "Zoë"}]},
    }
    assert not is_store_json(json.loads(text))


@pytest.mark.parametrize(
    ("value", "is_store"),
    [
        (export({}), True),
        ({"refcli": {}, "tables": None}, True),
        ({"refcli": {}}, False),
        ({"refcli": [], "tables": {}}, False),
        ({"tables": {}}, False),
        ([], False),
        (None, False),
    ],
)
def test_what_a_whole_store_looks_like(value: Any, *, is_store: bool) -> None:
    assert is_store_json(value) is is_store


@pytest.mark.parametrize(("form", "schema"), [(1, 6), (2, 5), (2, 6)])
def test_an_export_of_a_newer_refcli_is_refused(form: Any, schema: Any) -> None:
    with pytest.raises(
        NewerStore, match=r"^the export is from a newer refcli, so nothing was imported$"
    ):
        schema_of(export({"contact": []}, form=form, schema=schema), 5)


@pytest.mark.parametrize(
    ("form", "schema"),
    [(0, 5), (None, 5), (float("nan"), 5), (True, 5), (1, None), (1, "5"), (1, 0), (1, 4.0)],
)
def test_an_export_that_does_not_say_what_wrote_it(form: Any, schema: Any) -> None:
    with pytest.raises(
        BadData, match=r"^the export does not say which refcli wrote it, so nothing was imported$"
    ):
        schema_of(export({"contact": []}, form=form, schema=schema), 5)


@pytest.mark.parametrize("schema", [4, 5])
def test_an_export_of_a_known_layout(schema: int) -> None:
    assert schema_of(export({"contact": []}, form=1, schema=schema), 5) == schema


@pytest.mark.parametrize(
    ("tables", "message"),
    [
        ([], "the export holds no tables, so nothing was imported"),
        (None, "the export holds no tables, so nothing was imported"),
        ({"sh\x1boe": []}, "there is no table 'shoe', nothing was imported"),
        ({"shoe": []}, "there is no table 'shoe', nothing was imported"),
        ({"contact": {}}, "there is no table 'contact', nothing was imported"),
        ({f"a\nb{'x' * 40}": []}, f"there is no table 'a\\nb{'x' * 37}', nothing was imported"),
    ],
)
def test_tables_that_are_none(tables: Any, message: str) -> None:
    assert refusal_of(tables) == message


@pytest.mark.parametrize(
    "row",
    [
        "odd",
        [],
        {},
        {"name": "Anna"},
        {"id": 0},
        {"id": -1},
        {"id": True},
        {"id": "1"},
        {"id": 1.0},
        {"id": None},
        {"id": 1, "shoe": 7},
    ],
)
def test_rows_that_are_none(row: Any) -> None:
    assert refusal_of({"contact": [{"id": 1}, row]}) == (
        "contact, row 2 is not understood, so nothing was imported"
    )


@pytest.mark.parametrize("value", [True, False, 1.5, [], {}])
def test_values_that_are_none(value: Any) -> None:
    assert refusal_of({"contact": [{"id": 1, "name": value}]}) == (
        "contact, row 1: name is not understood, so nothing was imported"
    )


@pytest.mark.parametrize(
    ("table", "column", "word"),
    [
        ("contact", "basis", "client"),
        ("contact", "tier", "A"),
        ("contact", "status", "resting"),
        ("contact", "thanks_by", "meal"),
        ("interaction", "channel", "video"),
        ("interaction", "direction", "both"),
        ("ask", "channel", "event"),
        ("intro", "rung", "written"),
        ("intro", "state", "won"),
        ("intro_step", "step", "bad"),
        ("follow_up", "kind", "re-ask"),
        ("follow_up", "closing", "skipped"),
        ("thanks", "how", "gift"),
        ("favor", "how", "guest-post"),
        ("contact", "since", "2024-01-10"),
        ("intro", "made_on", "2024-01-10"),
        ("interaction", "on_date", "2024-01-10"),
        ("ask", "confirm_by", "2024-01-10"),
        ("contact", "status_until", "2024-01-10"),
        ("contact", "known_since", "2024-01-10"),
        ("follow_up", "due_on", "2024-01-10"),
    ],
)
def test_words_and_days_are_checked(table: str, column: str, word: str) -> None:
    assert rows_of(table, {"id": 1, column: word}) == [{"id": 1, column: word}]
    assert rows_of(table, {"id": 1, column: None}) == [{"id": 1, column: None}]
    wrong = f"x{word} {'y' * 60}"
    assert refusal_of({table: [{"id": 1, column: f" {wrong}"}]}) == (
        f"{table}, row 1: {column} cannot be {wrong[:40]!r}, so nothing was imported"
    )


def test_words_of_another_table_are_plain_text() -> None:
    assert rows_of("kit", {"id": 1, "value": "client"}) == [{"id": 1, "value": "client"}]


def test_text_is_cleaned_and_keys_are_made_from_it() -> None:
    row = {"id": 3, "name": " Zoe\u0308\u200b\r\nx ", "name_key": "nobody"}
    assert rows_of("contact", row) == [{"id": 3, "name": "Zoë\nx", "name_key": "zoe x"}]


def test_whole_numbers_and_nothing_stay() -> None:
    row = {"id": 3, "logins": 7, "known_since": None}
    assert store_rows(export({"old": [row]}), {"old": ("id", "logins", "known_since")})["old"] == [
        row
    ]


@pytest.mark.parametrize(
    ("table", "name", "value"),
    [
        ("contact", "note", 7),
        ("contact", "name", ""),
        ("contact", "name", "..."),
        ("contact", "name", "x" * 201),
        ("contact", "since", "20240110"),
        ("contact", "since", "2024-W02-3"),
        ("contact", "since", "2024-02-30"),
        ("contact_email", "email", "nobody"),
        ("contact_phone", "phone", "call me"),
        ("contact_phone", "contact_id", "1"),
        ("contact_phone", "contact_id", 2**63),
        ("engagement", "rating", "ten"),
        ("yearly_date", "month_day", "02-30"),
        ("yearly_date", "month_day", "2-3"),
        ("yearly_date", "year", 10_000),
        ("appointment", "at_time", "25:00"),
        ("import", "at", "yesterday"),
        ("contact", "note", "x" * 1_000_001),
    ],
)
def test_what_could_not_have_been_typed(table: str, name: str, value: object) -> None:
    with pytest.raises(BadData) as found:
        store_rows(export({table: [{"id": 1, name: value}]}), {table: ("id", name)})
    assert found.value.message.startswith(f"{table}, row 1: {name} cannot be ")


@pytest.mark.parametrize(
    ("name", "value", "is_one"),
    [
        ("pace.day", "5", True),
        ("pace.day", "-5", False),
        ("pace.day", "lots", False),
        ("me.emails", "me@x.example", True),
        ("me.emails", "me", False),
        ("date.order", "ymd", False),
        ("map.crm", "A=name", True),
        ("map.crm", "A=shoe", False),
        ("of.another.version", "whatever", True),
        ("pace.day", None, False),
        (None, "5", False),
    ],
)
def test_settings_are_checked_as_if_typed(name: object, value: object, *, is_one: bool) -> None:
    tables = {"setting": [{"id": 1, "name": name, "value": value}]}
    columns = {"setting": ("id", "name", "value")}
    if is_one:
        assert store_rows(export(tables), columns) == tables
    else:
        with pytest.raises(BadData):
            store_rows(export(tables), columns)
