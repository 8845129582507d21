"""The first days of a newcomer, end to end: nothing but commands and what they print."""

from pathlib import Path

from tests.support.program import Program

CONNECTIONS = """Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Anna,Weiss,https://www.linkedin.com/in/anna-weiss,anna@weiss.example,Weiss Dental,Owner,05 Mar 2024
Tom,Brandt,https://www.linkedin.com/in/tombrandt,,"Brandt, Son & Co",Joiner,11 Jan 2023
Priya,Nair,https://www.linkedin.com/in/priya/,,Nair Architects,Partner,20 Jun 2022
,,,,,,
"""


def test_ten_minutes_and_the_days_after(refcli: Program, tmp_path: Path) -> None:
    file = tmp_path / "Connections.csv"
    file.write_text(CONNECTIONS, encoding="utf-8")

    # The first morning: a store, contacts, three meetings.
    refcli.today = "2026-11-02"
    refcli.ok("init --name Sam --profession accountant --currency EUR")
    assert (
        refcli.ok(f"import {file}").out
        == "linkedin: 3 new, 0 updated, 0 same, 0 doubtful, 0 rejected\n"
    )
    refcli.ok("contact edit anna --basis client --since 2024-03-05 --tier A")
    refcli.ok("contact edit tom priya --basis client")
    refcli.ok('log "lunch with Anna about her second practice"')
    refcli.ok('log "yesterday: called Tom"')
    refcli.ok('log "last friday: coffee with Priya and Tom"')
    assert refcli.ok("due").out == "nothing is due; next Wed 2 Dec\n"

    # An ask, and on the days after it exactly what it calls for.
    refcli.ok(
        'ask anna --in "dental practices" --looking-for "open a second practice"'
        " --answer promised --by 2026-11-09"
    )
    assert refcli.due(0) == {}
    assert refcli.due(0, today="2026-11-03") == {("thank", "Anna Weiss"): "2026-11-03"}
    refcli.ok("done anna --how note", today="2026-11-03")
    assert refcli.due(0, today="2026-11-08") == {}
    assert refcli.due(0, today="2026-11-09") == {("confirm", "Anna Weiss"): "2026-11-09"}

    # The introduction takes the promise's place; its thanks were given with the promise.
    refcli.ok('intro anna "Ben Okoye" --phone "+44 20 7946 0000"', today="2026-11-06")
    assert refcli.due(0, today="2026-11-07") == {("reach", "Ben Okoye"): "2026-11-07"}
    assert "+44 20 7946 0000" in refcli.ok("due", today="2026-11-07").out

    # Reached, thanked; won, thanked; and the circle closes.
    refcli.ok("done ben --note 'wants a quote'", today="2026-11-07")
    assert refcli.due(0, today="2026-11-08") == {("thank", "Anna Weiss"): "2026-11-08"}
    refcli.ok("thank anna --how call", today="2026-11-08")
    assert refcli.due(0, today="2026-11-12") == {}
    refcli.ok("intro won ben --value 2400", today="2026-11-20")
    assert refcli.due(0, today="2026-11-21") == {
        ("thank", "Anna Weiss"): "2026-11-21",
        ("educate", "Anna Weiss"): "2026-11-13",
    }
    refcli.ok("thank anna --how meal", today="2026-11-21")
    shown = refcli.ok("intro show ben --json", today="2026-11-22").json
    assert shown["state"] == "won"
    assert shown["value"] == 2400
    assert shown["thanks"] == {
        "made": "2026-11-03",
        "reached": "2026-11-08",
        "outcome": "2026-11-21",
    }
    assert refcli.ok("ask show 1 --json").json["state"] == "introduced"
    assert refcli.due(0, today="2026-12-04")[("reciprocate", "Anna Weiss")] == "2026-12-04"
