"""NAME finds whoever is written otherwise, and still never guesses between two."""

import pytest

from tests.support.program import Program

PEOPLE = (
    *("Eva Lund", "Sinéad O'Brien", "Jürgen Müller", "Søren Kjær", "Anna-Maria Weiß"),
    *("Robert Hall", "Nagy István", "王小明", "Şebnem Işık", "Prof. Dr. Karl Ort", "Lund Ode"),
)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Lund, Eva", "Eva Lund"),
        ("Dr Eva Lund", "Eva Lund"),
        ("LUND Eva", "Eva Lund"),
        ("O’Brien", "Sinéad O'Brien"),
        ("OBrien", "Sinéad O'Brien"),
        ("Sinead OBrien", "Sinéad O'Brien"),
        ("Juergen Mueller", "Jürgen Müller"),
        ("Soeren Kjaer", "Søren Kjær"),
        ("Anna Maria Weiss", "Anna-Maria Weiß"),
        ("Annamaria", "Anna-Maria Weiß"),
        ("István Nagy", "Nagy István"),
        ("小明", "王小明"),
        ("Isik", "Şebnem Işık"),
        ("Ort, Karl", "Prof. Dr. Karl Ort"),
        ("Mr Hall", "Robert Hall"),
    ],
)
def test_another_spelling(refcli: Program, typed: str, name: str) -> None:
    for each in PEOPLE:
        refcli.ok(["contact", "add", each])
    assert refcli.ok(["contact", "show", typed, "--json"]).json["name"] == name


@pytest.mark.parametrize("typed", ["Bob Hall", "Eva Hall", "Robert Hall Junior Ode", "明明", "Dr"])
def test_who_is_another_is_not_found(refcli: Program, typed: str) -> None:
    for each in PEOPLE:
        refcli.ok(["contact", "add", each])
    found = refcli(["contact", "show", typed])
    assert (found.code, found.out) == (3, "") or found.out.startswith("Prof. Dr. Karl Ort")


def test_two_of_one_name_are_asked_about(refcli: Program) -> None:
    for each in ("Eva Lund", "Eva-Maria Lund"):
        refcli.ok(["contact", "add", each])
    found = refcli("contact show 'Dr. Lund'")
    assert found.code == 3
    assert "2 contacts match 'Dr. Lund'" in found.err
