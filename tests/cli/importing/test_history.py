"""Calendars, mailboxes, messages and slips: the log fills itself."""

import io
import zipfile
from pathlib import Path

import pytest

from tests.support.program import Program

PEOPLE = """
contact add Anna Weiss --email anna@w.example --basis client --since 2020-01-01
contact add Tom Brandt --email tom@b.example --basis friend --since 2020-01-01
config set me.emails me@x.example,me2@x.example
config set me.name "Sam Rivers"
""".strip().splitlines()


@pytest.fixture
def known(refcli: Program) -> Program:
    for line in PEOPLE:
        refcli.ok(line)
    return refcli


def log(program: Program) -> list[tuple[str, str, str]]:
    rows = program.ok("log list --json").json
    return [(r["on"], r["how"], ",".join(c["name"] for c in r["contacts"])) for r in rows]


def event(uid: str, *lines: str) -> str:
    return "\r\n".join(("BEGIN:VEVENT", f"UID:{uid}", *lines, "END:VEVENT", ""))


def calendar(*events: str) -> str:
    head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n"
    return head + "".join(events) + "END:VCALENDAR\r\n"


ANNA = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:Anna@W.example"
TOM = "ATTENDEE:mailto:tom@b.example"
EVENTS = {
    "lunch": (
        event("1", "DTSTART:20261110T110000Z", "SUMMARY:Secret lunch", ANNA),
        [("2026-11-10", "in-person", "Anna Weiss")],
    ),
    "by video": (
        event("2", "DTSTART:20261111T090000Z", "LOCATION:https://zoom.us/j/1", ANNA, TOM),
        [("2026-11-11", "video", "Anna Weiss,Tom Brandt")],
    ),
    "weekly, one day left out": (
        event(
            "3",
            "DTSTART;TZID=Europe/Berlin:20261102T100000",
            "RRULE:FREQ=WEEKLY",
            "EXDATE;TZID=Europe/Berlin:20261109T100000",
            TOM,
        ),
        [("2026-11-16", "in-person", "Tom Brandt"), ("2026-11-02", "in-person", "Tom Brandt")],
    ),
    "all day": (
        event("4", "DTSTART;VALUE=DATE:20261101", "ORGANIZER:mailto:tom@b.example"),
        [("2026-11-01", "in-person", "Tom Brandt")],
    ),
    "cancelled": (event("5", "DTSTART:20261110T110000Z", "STATUS:CANCELLED", ANNA), None),
    "I declined": (
        event(
            "6", "DTSTART:20261110T110000Z", ANNA, "ATTENDEE;PARTSTAT=DECLINED:mailto:me@x.example"
        ),
        None,
    ),
    "she declined": (
        event("7", "DTSTART:20261110T110000Z", "ATTENDEE;PARTSTAT=DECLINED:mailto:anna@w.example"),
        None,
    ),
    "to come": (event("8", "DTSTART:20261210T110000Z", ANNA), None),
    "with strangers": (event("9", "DTSTART:20261110T110000Z", "ATTENDEE:mailto:x@y.z"), None),
    "every second": (event("10", "DTSTART:20261101T110000Z", "RRULE:FREQ=SECONDLY", ANNA), None),
}


@pytest.mark.parametrize("name", EVENTS)
def test_events(known: Program, tmp_path: Path, name: str) -> None:
    text, wanted = EVENTS[name]
    file = tmp_path / "c.ics"
    file.write_text(calendar(text), encoding="utf-8", newline="")
    before = known.store.read_bytes()
    done = known(["import", str(file), "--json"])
    if wanted is None:
        assert done.code == 65, done
        assert known.store.read_bytes() == before
        return
    assert done.code == 0, done
    assert log(known) == wanted
    assert "Secret" not in known.ok("log list").out
    known.ok(["import", str(file)])
    assert log(known) == wanted


def test_titles_only_when_asked(known: Program, tmp_path: Path) -> None:
    file = tmp_path / "c.ics"
    file.write_text(calendar(EVENTS["lunch"][0]), encoding="utf-8", newline="")
    known.ok(["import", str(file), "--titles"])
    assert "Secret lunch" in known.ok("log list").out


@pytest.mark.parametrize(
    "text",
    ["BEGIN:VCALENDAR\r\n", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n", calendar()],
)
def test_broken_calendars(known: Program, tmp_path: Path, text: str) -> None:
    file = tmp_path / "c.ics"
    file.write_text(text, encoding="utf-8")
    assert known(["import", str(file)]).code == 65
    assert log(known) == []


def mail(sender: str, to: str, date: str, *more: str, body: str = "secret body") -> str:
    lines = (f"From: {sender}", f"To: {to}", f"Date: {date}", "Subject: secret subject", *more)
    return "\n".join((f"From {sender} Mon Nov  2 10:00:00 2026", *lines, "", body, "", ""))


DATE = "Tue, 3 Nov 2026 10:00:00 +0000"
MBOX = "".join(
    (
        mail("Anna <anna@w.example>", "me@x.example", DATE),
        mail("me@x.example", "Anna <ANNA@w.example>, Tom <tom@b.example>", DATE),
        mail("anna@w.example", "me@x.example", DATE, body="From here it is\n\nFrom there"),
        mail("news@w.example", "me@x.example", DATE, "List-Id: <x>"),
        mail("no-reply@w.example", "me@x.example", DATE),
        mail("x@y.z", "me@x.example", DATE),
        mail("anna@w.example", "tom@b.example", DATE),
        mail("anna@w.example", "me@x.example", "no date at all"),
        mail("anna@w.example", "me@x.example, a@x.y, b@x.y, c@x.y, d@x.y", DATE),
        mail("anna@w.example", "me@x.example", "Tue, 3 Nov 2099 10:00:00 +0000"),
    )
)


def test_a_mailbox(known: Program, tmp_path: Path) -> None:
    file = tmp_path / "inbox.mbox"
    file.write_text(MBOX, encoding="utf-8")
    done = known.ok(["import", str(file), "--json"]).json
    assert done["interactions"] == {"new": 2, "same": 0, "nobody": 0}
    assert sorted(log(known)) == [
        ("2026-11-03", "email", "Anna Weiss"),
        ("2026-11-03", "email", "Anna Weiss,Tom Brandt"),
    ]
    directions = {r["direction"] for r in known.ok("log list --json").json}
    assert directions == {"in", "out"}
    assert b"secret" not in known.store.read_bytes()
    again = known.ok(["import", str(file), "--json"]).json
    assert again["interactions"] == {"new": 0, "same": 2, "nobody": 0}


def test_a_maildir(known: Program, tmp_path: Path) -> None:
    for part in ("cur", "new", "tmp"):
        (tmp_path / "mail" / part).mkdir(parents=True)
    text = mail("anna@w.example", "me@x.example", DATE).partition("\n")[2]
    (tmp_path / "mail" / "cur" / "1:2,S").write_text(text, encoding="utf-8")
    known.ok(["import", str(tmp_path / "mail")])
    assert log(known) == [("2026-11-03", "email", "Anna Weiss")]
    assert known(["import", str(tmp_path)]).code == 65


def test_a_mailbox_needs_my_addresses(anna: Program, tmp_path: Path) -> None:
    file = tmp_path / "inbox.mbox"
    file.write_text(MBOX, encoding="utf-8")
    refused = anna(["import", str(file)])
    assert refused.code == 2
    assert "refcli config set me.emails" in refused.err


def test_mail_warms_a_tie(known: Program, tmp_path: Path) -> None:
    def days() -> int:
        return known.ok("contact show tom --json").json["rapport"]["days"] or 10**6

    before = days()
    file = tmp_path / "inbox.mbox"
    file.write_text(
        "".join(
            mail("tom@b.example", "me@x.example", f"Tue, {n} Nov 2026 10:00:00 +0000")
            for n in range(2, 9)
        ),
        encoding="utf-8",
    )
    known.ok(["import", str(file)])
    assert days() < before


MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    "SUBJECT,CONTENT,FOLDER,ATTACHMENTS\n"
    "1,,Anna Weiss,https://www.linkedin.com/in/anna,Sam,https://www.linkedin.com/in/sam,"
    "2026-07-01 10:00:00 UTC,,secret words,INBOX,\n"
    "1,,Sam,https://www.linkedin.com/in/sam,Anna Weiss,https://www.linkedin.com/in/anna,"
    "2026-07-02 10:00:00 UTC,,secret words,INBOX,\n"
    "2,,Sam,https://www.linkedin.com/in/sam,Several,"
    '"https://www.linkedin.com/in/uma,https://www.linkedin.com/in/tom",'
    "2026-07-03 10:00:00 UTC,,secret words,INBOX,\n"
)
INVITATIONS = (
    "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
    'Sam,Anna Weiss,"6/30/26, 9:00 AM",secret words,OUTGOING,https://www.linkedin.com/in/sam,'
    "https://www.linkedin.com/in/anna\n"
)
CONNECTIONS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Anna,Weiss,https://www.linkedin.com/in/anna,anna@w.example,,,30 Jun 2026\n"
)


def test_the_whole_linkedin_export(refcli: Program, tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("messages.csv", MESSAGES)
        archive.writestr("Invitations.csv", INVITATIONS)
        archive.writestr("Connections.csv", CONNECTIONS)
    file = tmp_path / "export.zip"
    file.write_bytes(data.getvalue())
    done = refcli.ok(["import", str(file), "--json"]).json
    assert (done["new"], done["interactions"]["new"]) == (1, 3)
    rows = refcli.ok("log list --json").json
    assert [(r["on"], r["how"], r["direction"]) for r in rows] == [
        ("2026-07-02", "message", "out"),
        ("2026-07-01", "message", "in"),
        ("2026-06-30", "message", "out"),
    ]
    assert b"secret" not in refcli.store.read_bytes()


SLIPS = (
    "Slips Audit Report,,,,,,\nPeriod,2026-07-01,2026-10-31,,,,\n"
    "From,To,Slip Type,Inside/Outside,$ if TYFCB,Qty if CEU,Detail\n"
    "Tom Brandt,Sam Rivers,Referral,Outside,,,Pia Prospect\n"
    "Sam Rivers,Tom Brandt,Referral,Outside,,,Quin Other\n"
    "Tom Brandt,Sam Rivers,One to One,,,,\n"
    ",Tom Brandt,TYFCB,Outside,1200,,\n"
    "Zoe New,Sam Rivers,Referral,Outside,,,Rita Third\n"
    "Zoe New,Tom Brandt,Referral,Outside,,,Not Mine\n"
)


def test_bni_slips(known: Program, tmp_path: Path) -> None:
    file = tmp_path / "slips.csv"
    file.write_text(SLIPS, encoding="utf-8")
    done = known.ok(["import", str(file), "--json"]).json
    assert done["introductions"] == {"new": 3, "updated": 1, "same": 0}
    intros = {
        i["prospect"]["name"]: (i["direction"], i["state"], i["value"], i["on"])
        for i in known.ok("intro list --json").json
    }
    assert intros == {
        "Pia Prospect": ("received", "won", 1200, "2026-10-31"),
        "Quin Other": ("given", "made", None, "2026-10-31"),
        "Rita Third": ("received", "made", None, "2026-10-31"),
    }
    assert log(known) == [("2026-10-31", "in-person", "Tom Brandt")]
    assert known.due() == {}
    names = [c["name"] for c in known.ok("contact list --json").json]
    assert "Sam Rivers" not in names
    again = known.ok(["import", str(file), "--json"]).json
    assert again["introductions"] == {"new": 0, "updated": 0, "same": 4}
    assert len(known.ok("intro list --json").json) == 3
