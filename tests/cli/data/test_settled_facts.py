"""What was said of the follow-ups of an older layout stays said."""

import json
from pathlib import Path
from typing import Any

from tests.support.program import Program

SCHEMA = 3
TODAY = "2026-11-20"


def _person(number: int, name: str, **more: Any) -> dict[str, Any]:
    key = name.casefold()
    known = {"name": name, "name_key": key, "created_on": "2026-09-01", "basis": "friend"}
    return {"id": number, **known, **more}


def _follow_up(number: int, contact: int, kind: str, **more: Any) -> dict[str, Any]:
    told = {"uid": f"u{number}", "contact_id": contact, "kind": kind, "round": 1, "snoozes": 0}
    return {"id": number, **told, **more}


def _imported(folder: Path, **tables: list[dict[str, Any]]) -> Program:
    file = folder / "old.json"
    whole = {"refcli": {"format": 1, "schema": SCHEMA}, "tables": tables}
    file.write_text(json.dumps(whole), encoding="utf-8")
    program = Program(folder / "refcli.db", TODAY)
    program.ok(["import", str(file)])
    assert "the follow-ups are those of the playbook" in program.ok("doctor").out
    return program


def test_the_next_meeting_stays_agreed(tmp_path: Path) -> None:
    meet = {"rule": "next-planned", "action": "Meet {contact}", "opened_on": "2026-11-18"}
    program = _imported(
        tmp_path,
        contact=[_person(1, "Bob Reed")],
        interaction=[
            {"id": 1, "on_date": "2026-11-18", "channel": "call", "direction": "both", "text": ""}
        ],
        interaction_contact=[{"id": 1, "interaction_id": 1, "contact_id": 1}],
        follow_up=[_follow_up(4, 1, "meet", due_on="2026-12-10", **meet)],
    )
    (item,) = program.ok("followup list --all --json").json
    assert (item["id"], item["kind"], item["due"]) == (4, "meet", "2026-12-10")


def test_a_snooze_that_has_run_out_leaves_it_late(tmp_path: Path) -> None:
    made = {"on_date": "2026-11-05", "rung": "told", "state": "made", "made_on": "2026-11-05"}
    intro = {"id": 1, "direction": "received", "source_id": 1, "prospect_id": 2, **made}
    thank = {"rule": "intro-made", "action": "x", "opened_on": "2026-11-05", "snoozes": 1}
    program = _imported(
        tmp_path,
        contact=[_person(1, "Anna Weiss"), _person(2, "Pia Lang")],
        intro=[intro],
        intro_step=[{"id": 1, "intro_id": 1, "step": "made", "on_date": "2026-11-05"}],
        follow_up=[_follow_up(1, 1, "thank", due_on="2026-11-10", intro_id=1, **thank)],
    )
    thanks = [i for i in program.ok("due --json").json if i["kind"] == "thank"]
    assert [(i["id"], i["due"], i["days_late"]) for i in thanks] == [(1, "2026-11-10", 10)]


def test_somebody_was_dropped_when_their_follow_ups_ended(tmp_path: Path) -> None:
    call = {"rule": "by-hand", "action": "call", "opened_on": "2026-10-01", "due_on": "2026-10-20"}
    dropped = {"closing": "dropped", "closed_on": "2026-10-05"}
    later = {"closing": "done", "closed_on": "2026-11-10"}
    program = _imported(
        tmp_path,
        contact=[_person(1, "Carl Zed", status="dropped", status_because="rude")],
        follow_up=[
            _follow_up(1, 1, "custom", **call, **dropped),
            _follow_up(2, 1, "custom", **call, **later),
        ],
    )
    closed = {i["id"]: i for i in program.ok("followup list --closed --json").json}
    assert (closed[1]["closing"], closed[1]["closed_on"]) == ("dropped", "2026-10-05")


def test_what_is_too_old_to_ask_for_is_listed(tmp_path: Path) -> None:
    made = {"on_date": "2026-05-05", "rung": "told", "state": "made", "made_on": "2026-05-05"}
    program = _imported(
        tmp_path,
        contact=[_person(1, "Anna Weiss"), _person(2, "Pia Lang")],
        intro=[{"id": 1, "direction": "received", "source_id": 1, "prospect_id": 2, **made}],
        intro_step=[{"id": 1, "intro_id": 1, "step": "made", "on_date": "2026-05-05"}],
    )
    kinds = {item["kind"] for item in program.ok("due --json").json}
    assert kinds == set()
    closed = program.ok("followup list --closed --json").json
    skipped = sorted(item["id"] for item in closed if item["closing"] == "skipped")
    [found] = [f for f in program.ok("doctor --json").json if f["code"] == "retired"]
    assert found["severity"] == "note"
    listed = ", ".join(map(str, skipped))
    assert (
        found["text"]
        == f"{len(skipped)} follow-ups of an older layout too old to ask for: {listed}"
    )
    assert skipped
