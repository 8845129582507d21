"""Every setting is seen somewhere: another value of it, and some command says something else."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from refcli.domain.settings import all_settings
from tests.support.program import Program, Result

Lines = tuple[str, ...]

MAIL = """From me@elsewhere.example Tue Nov 10 10:00:00 2026
From: Me <me@elsewhere.example>
To: Anna Weiss <anna.weiss@example.com>
Date: Tue, 10 Nov 2026 10:00:00 +0000
Subject: Hello
Message-ID: <1@elsewhere.example>

Hello
"""
GIVEN: Lines = ('intro give "Carla Mendes" "Bea Olsen"', "intro consent 21 yes")
NARROW = '--in "dental practices" --looking-for "hand over their practice"'

# By the lines that are run on the sample practice, of which the last one shows the settings: their
# odd values. A line may begin with the day on which it is run.
SHOWN_BY: dict[Lines, dict[str, str]] = {
    ('kit edit --name "" --business ""', "kit show"): {
        "me.name": "Zed Quill",
        "profession": "plumber",
    },
    ("import MAIL",): {"me.emails": "me@elsewhere.example"},
    ("engagement list",): {"currency": "CHF"},
    ('log "lunch with Anna Weiss" --on 3/4',): {"date.order": "mdy"},
    ('log "lunch with Anna Weiss" --on vorgestern',): {"date.language": "de"},
    ("contact date Anna Weiss birthday 26 nov", "due --json"): {
        "date.notice-days": "3",
        "weight.date": "41",
    },
    ('log "lunch with Anna Weiss"',): {"cadence.A": "41"},
    ('log "lunch with Daniel Roth"',): {"cadence.B": "41"},
    ('log "lunch with Ruth Adler"',): {"cadence.C": "41"},
    ('intro bea "New Person" --phone 12345 --on 2026-10-01',): {"late-days": "41"},
    (f'ask "Jonas Keller" {NARROW} --on 2026-10-01', "ask list --open"): {"lapse-days": "3"},
    (
        f'2026-11-01 ask "Jonas Keller" {NARROW} --answer promised --anyway',
        '2026-11-02 thank "Jonas Keller"',
        '2026-11-05 intro "Jonas Keller" "New Person" --phone 12345',
    ): {"thanked-days": "1"},
    (
        'testimonial "Jonas Keller" "a joy" --on 2026-11-01',
        'engagement "Jonas Keller" "more work" --rating 10',
    ): {"praised-days": "1"},
    (f'ask "Jonas Keller" {NARROW}', f'ask "Leo Fischer" {NARROW}'): {"pace.day": "1"},
    (f'ask "Jonas Keller" {NARROW}',): {"pace.week": "2", "days.ask-pending.confirm": "41"},
    ("2026-11-23 backup", "2026-11-24 backup", "2026-11-25 backup", "restore"): {
        "backup.keep": "1",
    },
    (
        "config set backup.keep 1",
        "2026-11-02 backup",
        "2026-11-11 backup",
        "2026-11-25 backup",
        "restore",
    ): {"backup.weeks": "0"},
    (
        "config set backup.keep 1",
        "config set backup.weeks 0",
        "2026-09-02 backup",
        "2026-10-11 backup",
        "2026-11-25 backup",
        "restore",
    ): {"backup.months": "0"},
    ("ask who --all",): {
        "gate.proven-days": "41",
        "gate.delighted-rating": "41",
        "gate.after-intro-days": "41",
        "gate.after-no-days": "41",
        "gate.silence-days": "41",
        "gate.taker-gifts": "41",
        "gate.taker-days": "41",
    },
    ('engagement "Bea Olsen" books --rating 7',): {"gate.poor-rating": "7"},
    ("ask who --all --json",): {
        "score.rapport": "41",
        "score.basis-several-works": "41",
        "score.basis-referred": "41",
        "score.basis-partner": "41",
        "score.basis-kin": "41",
        "score.basis-client": "41",
        "score.basis-colleague": "41",
        "score.basis-other": "41",
        "score.work-delighted": "41",
        "score.work-good": "41",
        "score.work-proven": "41",
        "score.track-record-above": "41",
        "score.track-record-below": "41",
        "score.reciprocity-each": "41",
        "score.reciprocity-most": "1",
        "score.last-ask": "41",
        "score.rapport-undecided": "2",
        "score.basis-delighted": "41",
        "score.reciprocity-ahead": "1",
        "gate.said-no-days": "3",
        "gate.together-days": "499",
    },
    (
        'engagement "Nora Quist" books --rating 8 --delivered 2026-10-15',
        "ask who --all",
    ): {"gate.content-rating": "9", "gate.settled-days": "60"},
    ('testimonial "Priya Nair" "a joy" --on 2026-10-10', "ask who"): {"score.praise-year": "41"},
    ('testimonial "Priya Nair" "a joy" --on 2025-01-10', "ask who"): {"score.praise-old": "41"},
    (
        'intro "Peter Vogel" "New Person" --on 2026-09-01',
        "ask who --all",
    ): {"gate.after-partner-days": "300"},
    (
        'contact add "Old Client" --basis client --since 2020-01-01',
        'engagement "Old Client" books --delivered 2024-06-01 --rating 9',
        "ask who --all",
    ): {"gate.old-work-days": "200"},
    (
        'contact add "Old Client" --basis client --since 2020-01-01',
        'log "lunch with Old Client" --on 2020-02-01',
        'engagement "Old Client" books --delivered 2025-06-01 --rating 9',
        "ask who --all",
    ): {"gate.work-silence-days": "900"},
    (f"kit target dental {NARROW}", "ask who --target dental"): {
        "score.rapport-with-target": "41",
        "score.target": "41",
    },
    ('ask who --why "Tom Brandt"',): {"chance.client": "41"},
    ('ask who --why "Ben Okoye"',): {"chance.referred": "41"},
    ('ask who --why "Carla Mendes"',): {"chance.partner": "41"},
    ('ask who --why "Jonas Keller"',): {"chance.kin": "41"},
    ('ask who --why "Zoe Adams"',): {"chance.other": "41"},
    ("due --within 3650 --json",): {
        "weight.repair": "41",
        "weight.reach": "41",
        "weight.thank": "41",
        "weight.check": "41",
        "weight.status": "41",
        "weight.meet": "41",
        "weight.confirm": "41",
        "weight.ask": "41",
        "weight.custom": "41",
        "weight.testimonial": "41",
        "weight.educate": "41",
        "weight.re-ask": "41",
        "weight.keep-in-touch": "41",
    },
    ("intro lost 17 --because not-a-fit", "due --json --within 30"): {"weight.outcome": "41"},
    (GIVEN[0], "due --json --within 30"): {"weight.consent": "41"},
    ("intro won 17 --value 100", "due --json --within 30"): {"weight.reciprocate": "41"},
    ("ask answer 15 promised",): {
        "days.ask-promised.thank": "41",
        "days.ask-promised.confirm": "41",
    },
    ("ask answer 15 declined",): {"days.ask-declined.re-ask": "141"},
    ("ask answer 15 later",): {"days.ask-later.re-ask": "141"},
    ('done "Ruth Adler"',): {"days.confirmed.confirm": "41"},
    ('intro bea "New Person" --how name',): {"days.intro-named.confirm": "41"},
    ('intro bea "New Person" --phone 12345',): {
        "days.intro-made.thank": "41",
        "days.intro-made.reach": "41",
        "days.intro-made.status": "41",
        "days.intro-made.educate": "41",
        "days.intro-made.re-ask": "141",
    },
    ("intro reached 19",): {"days.intro-reached.thank": "41", "days.intro-reached.check": "41"},
    ("intro won 17 --value 100",): {
        "days.intro-won.thank": "41",
        "days.intro-won.reciprocate": "41",
    },
    ("intro lost 17 --because not-a-fit",): {"days.intro-lost.outcome": "41"},
    ('intro pass 15 "Carla Mendes"',): {
        "days.intro-passed.outcome": "41",
        "days.intro-passed.educate": "41",
    },
    ('intro bad 17 --what "too late"',): {"days.intro-bad.repair": "41"},
    ('intro bad 17 --what "too late"', "intro repaired 17"): {"days.intro-repaired.check": "41"},
    GIVEN[:1]: {"days.give-proposed.consent": "41"},
    GIVEN: {"days.give-made.check": "41"},
    (*GIVEN, "2026-11-23 done 508"): {"days.give-unheard.check": "41"},
    (GIVEN[0], "done 507 --answer not-yet"): {"days.consent-put-off.consent": "41"},
    (GIVEN[0], "tried 507"): {"days.consent-unanswered.consent": "41"},
    (*GIVEN, "intro reached 21"): {"days.give-reached.check": "41"},
    ('done "Alice Moor"',): {"days.looked-into.check": "41"},
    ('done "Alice Moor"', '2027-01-05 done "Alice Moor"'): {"days.looked-into-again.check": "41"},
    ('intro bad 17 --what "too late"', "tried 507"): {"days.repair-unanswered.repair": "41"},
    ('engagement "Bea Olsen" books --rating 3', "done 507"): {"days.work-repaired.check": "41"},
    ('tried "Dr. Joel Winter"', "due --json --within 50"): {"days.tried-once.reach": "41"},
    (*['tried "Dr. Joel Winter"', "2026-12-31 tried 498"], "due --json --within 99"): {
        "days.tried-twice.reach": "41"
    },
    (
        *('tried "Dr. Joel Winter"', "2026-12-01 tried 498", "2026-12-10 tried 498"),
        "due --json --within 99",
    ): {"days.tried-again.reach": "41"},
    ("tried 457", "due --json --within 50"): {"days.touched-again.keep-in-touch": "41"},
    ('engagement "Bea Olsen" books --rating 9',): {"days.delivered.testimonial": "41"},
    ('engagement "Bea Olsen" books --rating 3',): {"days.delivered-badly.repair": "41"},
}
# What no command tells yet: yearly dates, and changes of job.
UNTOLD = frozenset({"weight.wish", "days.changed.wish"})
TABLE: dict[str, tuple[str, Lines]] = {
    name: (odd, lines) for lines, values in SHOWN_BY.items() for name, odd in values.items()
}


def last_of(program: Program, lines: Lines, folder: Path) -> Result:
    """What the last line does, after the others."""
    mail = folder / "mail.mbox"
    mail.write_text(MAIL, encoding="utf-8")
    for line in lines[:-1]:
        before = _run(program, line, mail)
        assert before.code == 0, (line, before)
    return _run(program, lines[-1], mail)


def _run(program: Program, line: str, mail: Path) -> Result:
    day, _, rest = line.partition(" ")
    if day[0].isdigit():
        return program(rest, today=day)
    return program(line.replace("MAIL", str(mail)))


@pytest.fixture(scope="module")
def usual(_sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[Lines, Result]:
    """What the last of the lines does while every setting is as it was."""
    folder = tmp_path_factory.mktemp("usual")
    found: dict[Lines, Result] = {}
    for number, lines in enumerate(SHOWN_BY):
        store = folder / f"{number}.db"
        shutil.copyfile(_sample_store, store)
        found[lines] = last_of(Program(store), lines, folder)
        assert "a bug in refcli" not in found[lines].err
    return found


@pytest.mark.parametrize("name", [name for name in all_settings() if name not in UNTOLD])
def test_every_setting_shows(
    sample: Program, usual: Mapping[Lines, Result], tmp_path: Path, name: str
) -> None:
    assert name in TABLE, "say in the table which command shows it"
    odd, lines = TABLE[name]
    sample.ok(["config", "set", name, odd])
    assert last_of(sample, lines, tmp_path) != usual[lines]


def test_the_table_knows_no_other_settings() -> None:
    assert set(TABLE) == set(all_settings()) - UNTOLD


@pytest.mark.parametrize("lines", SHOWN_BY, ids=" ".join)
def test_without_another_value_nothing_else_is_said(
    sample: Program, usual: Mapping[Lines, Result], tmp_path: Path, lines: Lines
) -> None:
    assert last_of(sample, lines, tmp_path) == usual[lines]
