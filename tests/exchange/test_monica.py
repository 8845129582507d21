"""Monica's export."""

import datetime as dt
from typing import Any

import pytest

from refcli.domain.imports import Entry, ImportedPerson, RejectedRow
from refcli.errors import BadData
from refcli.exchange.file_days import Days
from refcli.exchange.monica import monica_contacts, parsed_json
from tests.support.values import imported


def export(*contacts: Any) -> dict[str, Any]:
    return {"account": {"data": [{"type": "contact", "values": list(contacts)}]}}


def contact(uuid: str = "u1", fields: Any = (), **properties: Any) -> dict[str, Any]:
    values = [{"properties": {"data": field}} for field in fields]
    data = [{"type": "contact_field", "values": values}]
    return {"uuid": uuid, "properties": properties, "data": data}


def entries_of(value: Any) -> list[Entry]:
    found = monica_contacts(value, "monica.json", Days(dt.date(2026, 11, 20)))
    assert found is not None
    assert list(found) == list(found)
    return list(found)


def test_a_contact_is_a_person() -> None:
    anna = contact(
        "u1",
        ["a@x.de", "+49 89 1", "b@x.de"],
        first_name="Anna",
        middle_name="M.",
        last_name="Weiss",
        nickname="Anni",
        company="Weiss Dental",
        job="Owner",
        description="Likes tea",
        tags=["choir", 7, "chamber"],
        first_met_through="u2",
        first_met_date="2021-05-06T00:00:00Z",
    )
    tom = contact("u2", first_name="Tom", middle_name="B.", last_name="Berg")
    assert entries_of(export(anna, tom)) == [
        imported(
            line=1,
            name="Anna M. Weiss",
            organization="Weiss Dental",
            role="Owner",
            emails=("a@x.de", "b@x.de"),
            phones=("+49 89 1",),
            nicknames=("Anni",),
            tags=("choir", "chamber"),
            through="Tom B. Berg",
            note="Likes tea",
            known_since=dt.date(2021, 5, 6),
        ),
        ImportedPerson(line=2, name="Tom B. Berg"),
    ]


def test_what_is_empty_or_missing_is_nothing() -> None:
    bare = contact(first_name="Anna", last_name=None, company="", tags=None, first_met_date=None)
    assert entries_of(export(bare)) == [ImportedPerson(line=1, name="Anna")]


@pytest.mark.parametrize("through", ["u9", None, "u3"])
def test_somebody_unknown_or_nameless_led_to_nobody(through: str | None) -> None:
    anna = contact("u1", first_name="Anna", first_met_through=through)
    nameless = contact("u3", company="X")
    first = entries_of(export(anna, nameless))[0]
    assert first == ImportedPerson(line=1, name="Anna")


def test_a_contact_without_anything_is_rejected() -> None:
    rejected = [RejectedRow(n, "no name", fatal=False) for n in (1, 2, 3)]
    assert entries_of(export({}, {"properties": []}, {"properties": {}, "data": 7})) == rejected


def test_fields_that_are_no_text_are_passed_over() -> None:
    odd = contact(fields=[None, 7, "a@x.de"], first_name="Anna")
    odd["data"] = [
        *odd["data"],
        "odd",
        {"type": "note", "values": [{"properties": {"data": "n@x.de"}}]},
        {"type": "contact_field", "values": None},
        {"type": "contact_field", "values": ["odd", {"properties": "odd"}]},
    ]
    assert entries_of(export(odd)) == [ImportedPerson(line=1, name="Anna", emails=("a@x.de",))]


def test_only_contacts_are_contacts() -> None:
    value = export(contact(first_name="Anna"), "odd")
    value["account"]["data"] += [
        "odd",
        {"type": "document", "values": [contact(first_name="Doc")]},
        {"type": "contact", "values": [contact(first_name="Tom")]},
    ]
    assert [e.name for e in entries_of(value) if isinstance(e, ImportedPerson)] == ["Anna", "Tom"]


@pytest.mark.parametrize(
    "value", [None, [], 7, {}, {"account": []}, {"account": None}, {"account": {"x": 1}}]
)
def test_another_file_is_none(value: Any) -> None:
    assert monica_contacts(value, "monica.json", Days(dt.date(2026, 11, 20))) is None


@pytest.mark.parametrize("data", [[], {}, None, [{"type": "contact", "values": []}]])
def test_an_export_of_nobody_is_refused(data: Any) -> None:
    with pytest.raises(BadData) as found:
        monica_contacts({"account": {"data": data}}, "monica.json", Days(dt.date(2026, 11, 20)))
    assert found.value.message == "there is nobody in it, so nothing was imported: monica.json"


def test_json_is_parsed() -> None:
    assert parsed_json('{"a": [1, "é"]}'.encode(), "x.json") == {"a": [1, "é"]}
    assert parsed_json('{"a": 1}'.encode("utf-8-sig"), "x.json") == {"a": 1}


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"[" * 200_000])
def test_what_is_no_json_is_refused(data: bytes) -> None:
    with pytest.raises(BadData) as found:
        parsed_json(data, "x.json")
    assert found.value.message == "no JSON that can be read, so nothing was imported: x.json"
