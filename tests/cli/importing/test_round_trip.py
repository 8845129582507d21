"""What goes out as CSV, vCard or JSON comes in again as it was, whatever stands in the store."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.program import Program

LETTERS = "abyzßéü漢字 ,;:\\\"'=+-@|&^%()"
TEXT = st.text(LETTERS, min_size=1, max_size=12).map(lambda text: f"x{text}x")
FORMS = ("csv", "vcf", "vcf4", "json")


@st.composite
def people(draw: st.DrawFn) -> list[list[str]]:
    """Commands that make a store of three who have to do with each other."""
    names = ["Anna Weiss", "Tom Berg & Sons", "Eva Lund"]
    commands = []
    for at, name in enumerate(names):
        # Somebody known by the name alone would be doubtful the second time.
        line = ["contact", "add", name, "--email", f"{at}@x.example"]
        for option, values in OPTIONS.items():
            for value in draw(st.lists(values, max_size=2 if option in SEVERAL else 1)):
                line += [option, value]
        if at and draw(st.booleans()):
            line += ["--through", names[at - 1]]
        commands.append(line)
    label, word = draw(TEXT), draw(TEXT)
    commands += [
        ["contact", "date", "Anna Weiss", "birthday", "1980-02-29"],
        ["contact", "date", "Eva Lund", label, "14 may"],
        [
            "contact",
            "tie",
            "Anna Weiss",
            "Eva Lund",
            "--as",
            draw(st.sampled_from(["spouse", word])),
        ],
        ["contact", "tie", "Tom Berg & Sons", "Eva Lund", "--as", "boss"],
    ]
    last = draw(st.sampled_from(["rest", "drop", "died", ""]))
    if last:
        commands.append(
            {
                "rest": ["contact", "rest", "Eva Lund", "--until", "2027-03-01"],
                "drop": ["contact", "drop", "Eva Lund", "--because", "moved away"],
                "died": ["contact", "drop", "Eva Lund", "--because", "died"],
            }[last]
        )
    return commands


OPTIONS: dict[str, st.SearchStrategy[str]] = {
    "--org": TEXT,
    "--role": TEXT,
    "--industry": TEXT,
    "--email": st.sampled_from(["a@x.example", "b+c@y.example"]),
    "--phone": st.sampled_from(["+49 89 1234", "0171 (555) 123", "030/1234-56"]),
    "--basis": st.sampled_from(["client", "friend", "partner"]),
    "--tier": st.sampled_from(["A", "B", "C"]),
    "--tag": TEXT,
    "--nick": TEXT,
    "--former-name": TEXT,
    "--address": TEXT,
    "--call": TEXT,
    "--pronouns": TEXT,
    "--focus": TEXT,
    "--is": st.sampled_from(["person", "couple", "firm"]),
    "--thanks-by": st.sampled_from(["note", "gift", "in-person"]),
    "--since": st.sampled_from(["2020-01-02", "2024-12-31"]),
    "--note": st.lists(TEXT, min_size=1, max_size=2).map("\n".join),
    "--set": st.tuples(TEXT.map(lambda text: text.replace("=", "")), TEXT).map("=".join),
}
SEVERAL = {"--email", "--phone", "--basis", "--tag", "--nick", "--former-name", "--address"}


def contacts(program: Program) -> dict[str, dict[str, Any]]:
    """What is kept of each, without what only this store knows."""
    found = {}
    for contact in program.ok("contact list --json").json:
        kept = {k: v for k, v in contact.items() if k not in ("id", "rapport")}
        for name in ("through", "admired_by"):
            kept[name] = kept[name] and kept[name]["name"]
        kept["ties"] = sorted((tie["contact"]["name"], tie["as"]) for tie in kept["ties"])
        found[contact["name"]] = kept
    return found


@settings(max_examples=12)
@given(commands=people())
def test_what_goes_out_comes_in_again(
    tmp_path_factory: pytest.TempPathFactory, commands: list[list[str]]
) -> None:
    folder = tmp_path_factory.mktemp("trip")
    program = Program(folder / "first.db")
    for line in commands:
        program.ok(line)
    before = contacts(program)
    for form in FORMS:
        file = str(folder / f"out.{form}")
        program.ok(["export", file, "--format", form])
        other = Program(folder / f"{form}.db")
        other.ok(["import", file])
        assert contacts(other) == before, form
        assert other("doctor").code == 0, form
        if form != "json":
            again = other.ok(["import", file, "--json"]).json
            assert (again["new"], again["updated"], again["same"]) == (0, 0, 3), form


def test_past_jobs_go_with_their_person(refcli: Program, tmp_path: Path) -> None:
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    row = "Vera,Holm,https://www.linkedin.com/in/vera,v@x.example,{},Nurse,05 Mar 2021\n"
    for firm in ("Ward 7; or 8", "Elm House"):
        (tmp_path / "c.csv").write_text(header + row.format(firm))
        refcli.ok(["import", str(tmp_path / "c.csv")])
    for form in ("csv", "vcf", "vcf4"):
        file = str(tmp_path / f"out.{form}")
        refcli.ok(["export", file, "--format", form])
        other = Program(tmp_path / f"{form}.db")
        other.ok(["import", file])
        assert "changed jobs: was Ward 7; or 8, Nurse" in other.ok("contact timeline vera").out
