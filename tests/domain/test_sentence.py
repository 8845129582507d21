"""The sentence of `log`."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.domain.interactions import Channel, Direction
from refcli.domain.names import matches_part
from refcli.domain.sentence import Sentence, read_sentence

TODAY = dt.date(2026, 11, 20)
PEOPLE = ("Anna Weiss", "Tom Brandt", "Jean-Luc Moreau", "Maria de la Cruz", "Will Smith")


def read(text: str) -> Sentence:
    return read_sentence(
        text, TODAY, lambda typed: sum(matches_part(name, typed) for name in PEOPLE)
    )


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("lunch with anna about her move", ["anna"]),
        ("lunch with Anna Weiss, then a walk", ["Anna Weiss"]),
        ("coffee with anna and tom", ["anna", "tom"]),
        ("coffee with anna, tom and Jean-Luc about golf", ["anna", "tom", "Jean-Luc"]),
        ("met with anna & tom", ["anna", "tom"]),
        ("met Maria de la Cruz at the fair", ["Maria de la Cruz"]),
        ("wrote to tom about prices", ["tom"]),
        ("saw tom's new workshop", ["tom"]),
        ("tom called about prices", ["tom"]),
        ("Anna Weiss wrote that she is well", ["Anna Weiss"]),
        ("met anna and talked for hours", ["anna"]),
        ("nothing much happened", []),
        ("will write a letter", []),
    ],
)
def test_the_people_in_it(text: str, people: list[str]) -> None:
    sentence = read(text)
    assert [mention.typed for mention in sentence.mentions] == people
    assert all(mention.count for mention in sentence.mentions)


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("lunch with Zoe", "Zoe"),
        ("lunch with anna and Zoe Quist about golf", "Zoe Quist"),
        ("met somebody", "somebody"),
    ],
)
def test_a_name_that_nobody_bears_is_kept_as_such(text: str, unknown: str) -> None:
    assert [(m.typed, m.matches) for m in read(text).mentions if not m.matches] == [(unknown, 0)]


@pytest.mark.parametrize(
    ("text", "channel", "direction"),
    [
        ("lunch with anna", Channel.IN_PERSON, Direction.OUT),
        ("saw anna", Channel.IN_PERSON, Direction.OUT),
        ("called anna", Channel.CALL, Direction.OUT),
        ("call with anna", Channel.CALL, Direction.OUT),
        ("lunch with anna, she will call tom", Channel.IN_PERSON, Direction.OUT),
        ("zoomed anna", Channel.VIDEO, Direction.OUT),
        ("met anna on zoom", Channel.VIDEO, Direction.OUT),
        ("emailed anna", Channel.EMAIL, Direction.OUT),
        ("wrote to anna", Channel.MESSAGE, Direction.OUT),
        ("anna wrote", Channel.MESSAGE, Direction.IN),
        ("anna emailed the papers", Channel.EMAIL, Direction.IN),
        ("anna called", Channel.CALL, Direction.OUT),
    ],
)
def test_channel_and_direction(text: str, channel: Channel, direction: Direction) -> None:
    sentence = read(text)
    assert (sentence.channel, sentence.direction) == (channel, direction)


@pytest.mark.parametrize(
    ("text", "on", "rest"),
    [
        ("yesterday: lunch with anna", dt.date(2026, 11, 19), "lunch with anna"),
        ("last tuesday: met tom", dt.date(2026, 11, 17), "met tom"),
        ("call with anna: taxes", None, "call with anna: taxes"),
        ("note: yesterday with tom", None, "note: yesterday with tom"),
    ],
)
def test_a_prefix_counts_only_when_all_of_it_is_a_day(
    text: str, on: dt.date | None, rest: str
) -> None:
    sentence = read(text)
    assert (sentence.on, sentence.text) == (on, rest)


def test_tags() -> None:
    assert read("golf with anna #golf +vip, not c#3").tags == ("golf", "vip")


@given(st.text(max_size=80))
def test_no_sentence_breaks_it(text: str) -> None:
    read(text)
