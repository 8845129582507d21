"""Every code has its words, and every use-case notes its ids."""

import ast
import datetime as dt
from pathlib import Path
from string import Formatter

import pytest

from refcli.domain.contacts import Person
from refcli.domain.interactions import Channel
from refcli.domain.outcomes import CODES, Hint, Money, outcome
from refcli.domain.thanks import ThanksHow
from refcli.render.outcomes import HINTS, SENTENCES, events_json, hinted, sentences

TODAY = dt.date(2026, 11, 20)
SOURCE = Path(__file__).parents[2] / "src" / "refcli"


def noted() -> dict[str, set[str]]:
    """The values that `say` and `outcome` are given in the source, by code."""
    found: dict[str, set[str]] = {}
    for path in SOURCE.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(call, ast.Call) or not call.args:
                continue
            name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
            if isinstance(call.func, ast.Name):
                name = call.func.id
            codes = {
                part.value
                for argument in call.args
                for part in ast.walk(argument)
                if isinstance(part, ast.Constant) and part.value in CODES
            }
            if name in ("say", "report_one", "beside_json"):
                values = {keyword.arg for keyword in call.keywords if keyword.arg}
            elif name == "outcome" and isinstance(call.args[-1], ast.Dict):
                values = {str(k.value) for k in call.args[-1].keys if isinstance(k, ast.Constant)}
            else:
                continue
            for code in codes:
                found.setdefault(code, set()).update(values)
    return found


def names_in(code: str) -> set[str]:
    return {
        name
        for template in SENTENCES[code]
        for _, name, _, _ in Formatter().parse(template)
        if name
    }


def test_every_code_has_words_and_no_words_are_without_a_code() -> None:
    assert set(SENTENCES) == set(CODES)


@pytest.mark.parametrize(("code", "values"), sorted(noted().items()))
def test_what_is_noted_has_the_ids_and_what_its_sentence_needs(code: str, values: set[str]) -> None:
    assert set(CODES[code]) <= values
    assert names_in(code) <= values


def test_every_code_is_noted_somewhere() -> None:
    lanes = [*(SOURCE / "write").rglob("*.py"), *(SOURCE / "cli").rglob("*.py")]
    texts = {
        part.value
        for path in lanes
        for part in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    }
    assert set(CODES) <= texts


def test_an_outcome_without_its_ids_is_refused() -> None:
    with pytest.raises(LookupError, match="ask-made needs the id of ask, contact"):
        outcome("ask-made", {"name": "Anna"})
    with pytest.raises(KeyError):
        outcome("planted", {})


@pytest.mark.parametrize(
    ("code", "values", "said"),
    [
        ("contact-added", {"contact": 3, "name": "{x} [y]"}, ("added {x} [y] (@3)",)),
        (
            "thanks-given",
            {"thanks": 1, "contact": 3, "name": "Anna", "how": ThanksHow.CALL, "on": TODAY},
            ("thanked Anna by a call, today",),
        ),
        (
            "thanks-given",
            {"thanks": 1, "contact": 3, "name": "Anna", "how": None, "on": TODAY},
            ("thanked Anna, today",),
        ),
        (
            "ask-made",
            {
                "ask": 1,
                "contact": 3,
                "name": "Anna",
                "channel": Channel.CALL,
                "on": TODAY,
                "state": "pending",
            },
            ("recorded the ask to Anna by phone, today, pending (ask 1)",),
        ),
        (
            "intro-won",
            {"intro": 4, "name": "Tom", "on": TODAY, "worth": Money(120000, "EUR")},
            ("won Tom as a client, today, worth 1,200 EUR (intro 4)",),
        ),
        (
            "people-imported",
            {"new": 1, "updated": 0, "exchanges": 2, "intros": None, "file": "a.csv"},
            ("imported 1 new contact and updated 0, 2 interactions from a.csv",),
        ),
        (
            "undone",
            {"entry": 2, "command": "log", "summary": "x", "changes": None},
            ("undid 2 (log): x",),
        ),
        (
            "undone",
            {"entry": 2, "command": "log", "summary": "x", "changes": "takes away 1 tag"},
            ("undid 2 (log): x", "which takes away 1 tag"),
        ),
        (
            "contact-rested",
            {"contact": 1, "name": "A", "until": TODAY},
            ("A rests until today",),
        ),
    ],
)
def test_the_sentence(code: str, values: dict[str, object], said: tuple[str, ...]) -> None:
    assert sentences([outcome(code, values)], TODAY) == said


def test_events_are_code_and_ids_only() -> None:
    done = outcome("contact-merged", {"contact": 1, "other": 2, "name": "A", "other_name": "B"})
    assert events_json([done]) == [{"code": "contact-merged", "contact": 1, "other": 2}]


def hints() -> dict[str, set[str]]:
    """The values that `hint` is given in the write lane, by code."""
    found: dict[str, set[str]] = {}
    for path in (SOURCE / "write").rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
                continue
            if call.func.attr == "hint" and isinstance(call.args[0], ast.Constant):
                values = {keyword.arg for keyword in call.keywords if keyword.arg}
                found.setdefault(str(call.args[0].value), set()).update(values)
    return found


@pytest.mark.parametrize(("code", "values"), sorted(hints().items()))
def test_a_hint_has_what_its_sentence_needs(code: str, values: set[str]) -> None:
    assert {name for _, name, _, _ in Formatter().parse(HINTS[code]) if name} == values


def test_no_hint_is_worded_in_vain() -> None:
    assert set(HINTS) - set(hints()) == {"made-next"}  # its code stands in a table
    who = Person(4, "Ann 'Bo' Lee")
    assert hinted([Hint("made-next", {"who": who})], TODAY) == (
        """then: refcli intro made "Ann 'Bo' Lee\"""",
    )
