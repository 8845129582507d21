"""500 sentences as people type them: whom, when and how each means, or why it is refused."""

import csv
import datetime as dt
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.domain.dates import Look
from refcli.domain.names import Candidate, best_matches, near_names
from refcli.domain.sentence.reading import Clock, Sentence, Tense, read_sentence
from refcli.domain.when.reader import Reader
from refcli.errors import UsageError

HERE = Path(__file__).parent
NAMES = (
    *("Anna Weiss", "Bob Lund", "Ann Hill", "Greg Hill", "June Park", "May Chen", "Will Turner"),
    *("Mark Stone", "Tom Berg", "Tom Frost", "Gina Ruiz", "Dr. Joel Winter", "Mary-Jane O'Neill"),
    *("Ines van der Berg", "Ben Okoye", "Björn Åkesson", "Carla Mendes", "Lee Sung", "Eva Lind"),
    *("Grace Holm", "Udo Frank", "Weiss Dental", "The Lark", "Mr and Mrs Ode", "Sunday Adeyemi"),
    *("Rich Cole", "Faith Moss", "Penny Vale", "Art Doyle"),
)
PEOPLE = tuple(
    Candidate(i, name, ("Annie",) if name == "Anna Weiss" else (), None)
    for i, name in enumerate(NAMES, start=1)
)
TIES = {("Ann Hill", "spouse"): "Greg Hill", ("Greg Hill", "spouse"): "Ann Hill"}
TIES |= {("Carla Mendes", "boss"): "Eva Lind"}


class Known:
    """The people of the table."""

    def matches(self, typed: str) -> tuple[int, ...]:
        return tuple(found.id for found in best_matches(typed, PEOPLE))

    def is_like(self, typed: str) -> bool:
        return bool(near_names(typed, NAMES))

    def tied(self, contact: int, word: str) -> tuple[int, ...]:
        other = TIES.get((NAMES[contact - 1], word))
        return () if other is None else (NAMES.index(other) + 1,)


class Meant(NamedTuple):
    """A row of the table."""

    sentence: str
    today: str
    who: str
    when: str
    how: str
    direction: str
    kind: str
    tags: str


def rows(name: str) -> Iterator[Meant]:
    with (HERE / f"{name}.tsv").open(encoding="utf-8") as file:
        lines = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(lines)
        for line in lines:
            yield Meant(*line)


def understood(meant: Meant) -> Meant:
    """The same row, as refcli understands its sentence."""
    clock = Clock(Reader(dt.date.fromisoformat(meant.today), Look.BACK), "12:00")
    refused = meant._replace(who="", when="", how="", direction="", tags="")
    try:
        said = read_sentence(meant.sentence, Known(), clock)
    except UsageError:
        return refused._replace(kind="refused-2")
    if any(len(mention.ids) != 1 for mention in said.who):
        return refused._replace(kind="refused-3")
    if not said.who:
        return refused._replace(kind="refused-2")
    return meant._replace(
        who="; ".join(NAMES[mention.ids[0] - 1] for mention in said.who),
        when=_when(said),
        how=said.channel.value,
        direction=said.direction.value,
        kind=said.tense.value,
        tags="; ".join(said.tags),
    )


def _when(said: Sentence) -> str:
    day = said.when.day.isoformat()
    return f"{day} {said.when.begins}" if said.when.begins else day


FIRST = tuple(rows("first"))


@pytest.mark.parametrize("meant", FIRST, ids=[row.sentence for row in FIRST])
def test_what_is_typed_is_what_is_meant(meant: Meant) -> None:
    assert understood(meant) == meant


SECOND = tuple(rows("second"))


@pytest.mark.parametrize("meant", SECOND, ids=[row.sentence for row in SECOND])
def test_what_others_type_is_what_they_mean(meant: Meant) -> None:
    assert understood(meant) == meant


def test_there_are_500_and_few_are_refused() -> None:
    table = (*FIRST, *SECOND)
    assert len({row.sentence for row in table}) == 500
    assert sum(row.kind.startswith("refused") for row in SECOND) <= 0.05 * len(SECOND)


WORDS = st.sampled_from(
    [
        "met",
        "called",
        "lunch",
        "with",
        "coffee",
        "Anna",
        "bob",
        "will",
        "may",
        "June",
        "Tom",
        "at",
        "10",
        "on",
        "friday",
        "the",
        "5th",
        "11:30",
        "yesterday",
        "tomorrow",
        ",",
        "and",
        "&",
        "re",
        "about",
        ":",
        ";",
        ".",
        "-",
        "—",
        "her",
        "boss",
        "Ann's",
        "husband",
        "left",
        "a",
        "voicemail",
        "for",
        "missed",
        "call",
        "3",
        "12/5",
        "#vip",
        "no",
        "reply",
        "yet",
        "by",
        "until",
        "Zelda",
        "I",
        "next",
        "week",
        "from",
        "The",
        "Lark",
        "emailed",
        "wrote",
        "said",
    ]
)


@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_a_sentence_is_understood_or_refused_and_nothing_in_it_is_dropped(sentence: str) -> None:
    clock = Clock(Reader(dt.date(2026, 11, 20), Look.BACK), "12:00")
    try:
        said = read_sentence(sentence, Known(), clock)
    except UsageError:
        return
    assert sentence.strip().endswith(said.text)
    assert said.text == sentence.strip() or ":" in sentence
    assert ("vip" in said.tags) == ("#vip" in sentence)
    if said.tense is Tense.PLANNED:
        assert said.when.day >= dt.date(2026, 11, 20)
    else:
        assert said.when.day <= dt.date(2026, 11, 20)


@given(st.text(max_size=80))
def test_no_text_breaks_it(sentence: str) -> None:
    clock = Clock(Reader(dt.date(2026, 11, 20), Look.BACK), "12:00")
    with suppress(UsageError):
        read_sentence(sentence, Known(), clock)


@pytest.mark.parametrize(
    "piece", ["anna ", "annaanna", '"', " ", ",", "and ", "10:", "— ", "on the "]
)
def test_hostile_lines_are_looked_at_up_to_a_point(piece: str) -> None:
    clock = Clock(Reader(dt.date(2026, 11, 20), Look.BACK), "12:00")
    known = Counting()
    with suppress(UsageError):
        read_sentence(piece * (50_000 // len(piece)), known, clock)
    assert known.asked < 10_000


class Counting(Known):
    """The people of the table, who count how often they are asked for."""

    def __init__(self) -> None:
        self.asked = 0

    def matches(self, typed: str) -> tuple[int, ...]:
        self.asked += 1
        return super().matches(typed)
