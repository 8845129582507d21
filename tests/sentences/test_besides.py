"""What a sentence tells besides the exchange, as the line that notes it."""

import datetime as dt

import pytest

from refcli.domain.dates import Look
from refcli.domain.sentence.besides import besides
from refcli.domain.when.reader import Reader

MONDAY = dt.date(2026, 11, 2)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("lunch with anna about her move", []),
        (
            "called Bernd, he'll come Tuesday at 9 to my office",
            ["if you are to meet: refcli meet Bernd 2026-11-03 09:00"],
        ),
        (
            "called Bernd, lunch on friday at 1",
            ["if you are to meet: refcli meet Bernd 2026-11-06 13:00"],
        ),
        (
            "called Bernd, next meeting friday 10:00",
            ["if you are to meet: refcli meet Bernd 2026-11-06 10:00"],
        ),
        (
            "called Bernd, coffee on friday at 25:99",
            ["if you are to meet: refcli meet Bernd 2026-11-06"],
        ),
        (
            "Nina introduced me to Carl Otto",
            ['if they introduced you: refcli intro Bernd "Carl Otto"'],
        ),
        (
            "asked Bernd for an introduction",
            ["if that was an ask for an introduction: refcli ask Bernd"],
        ),
        (
            "Bernd promised to introduce me to her dentist",
            ["if they promised an introduction: refcli ask Bernd --answer promised"],
        ),
        (
            "thanked Bernd for the introduction",
            ["if you thanked them: refcli thank Bernd"],
        ),
        ("thanked Bernd for Carl", ["if you thanked them: refcli thank Bernd"]),
        ("thanked Bernd for sending Carl", ["if you thanked them: refcli thank Bernd"]),
        ("thanked Bernd for lunch", []),
        (
            "lunch with Bernd, he referred carl otto to me",
            ['if they introduced you: refcli intro Bernd "carl otto"'],
        ),
        (
            "asked Bernd whether he knows a company",
            ["if that was an ask for an introduction: refcli ask Bernd"],
        ),
    ],
)
def test_it_is_a_line_away(text: str, lines: list[str]) -> None:
    told = besides(text, "Bernd", Reader(MONDAY, Look.AHEAD), is_promised=False, is_day_told=False)
    assert [line.rstrip() for line in told] == lines


def test_the_day_of_a_promise_is_no_appointment() -> None:
    text = "lunch with Bernd, I will meet him on friday"
    assert (
        besides(text, "Bernd", Reader(MONDAY, Look.AHEAD), is_promised=True, is_day_told=False)
        == ()
    )
