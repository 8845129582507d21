"""What took place without me, or not at all, is no exchange of mine."""

import pytest

from tests.support.program import Program


@pytest.fixture
def known(refcli: Program) -> Program:
    refcli.ok('contact add "Ben Okoye" --basis partner')
    refcli.ok('contact add "May Ling" --basis client')
    return refcli


@pytest.mark.parametrize(
    "sentence",
    [
        "I cannot meet Ben on friday",
        "I can't make lunch with Ben on friday",
        "Ben cannot make friday 10:00",
        "Ben will not be there on friday",
        "Ben won't be at lunch friday",
        "Ben is unable to come friday",
        "Ben can't do friday",
        "friday doesn't work for Ben",
        "no time for lunch with Ben on friday",
        "not lunch with Ben on friday but on monday",
        "missed lunch with Ben",
        "supposed to meet Ben",
        "yet to meet Ben",
        "Ben refused to meet me",
        "Ben turned down lunch",
        "Ben was not at the fair",
        "Ben was absent",
        "maybe lunch with Ben on friday",
        "Ben might come on friday",
        "Ben suggested lunch on friday",
        "invited Ben to lunch on friday",
        "offered Ben friday at 10:00",
        "ask Ben about the lease",
        "send Ben the offer",
        "Call Ben back",
        "if Ben calls tell him",
        "Ben called May Ling yesterday",
        "Ben has called May Ling",
        "Ben emailed May Ling about the house",
        "Ben met May Ling yesterday, they got on well",
        "Ben spoke to May Ling",
        "Ben hired May Ling",
        "May Ling works with Ben",
        "Ben died yesterday",
        "Ben passed away last night",
        "heard Ben died",
        "Ben's funeral",
        "Ben Okoye RIP",
        "Ben's birthday",
        "Ben moved to Berlin",
        "Ben in hospital",
        "Ben is back from holiday",
        "Ben away until friday",
        "Ben was fired",
        "Ben is getting married",
        "Ben moving house",
        "Ben has been promoted",
        "heard nothing from Ben",
        "Ben retired",
        "Ben had a baby",
        "Ben turned 50 yesterday",
        "Ben paid his invoice",
        "Ben and May Ling got engaged",
        "saw Ben's post on LinkedIn",
        "saw Ben on TV",
        "met Ben in 2024",
        "met Ben over Christmas",
        "met Ben at New Year",
        "lunch with Ben or May Ling",
        "called Ben, he was out, spoke to May Ling instead",
        "called Ben but got May Ling on the phone",
        "called Ben, he was out, so I emailed him",
        "lunch with Ben moved to friday",
        "Ben is in hospital",
        "owe Ben lunch",
        "would love to have lunch with Ben",
        "Ben forgot our lunch",
    ],
)
def test_what_is_no_exchange_is_refused(known: Program, sentence: str) -> None:
    refused = known(["log", sentence])
    assert (refused.code, refused.out) == (2, "")
    assert "nothing was saved" in refused.err
    assert known.ok("log list --json").json == []
    assert known.ok("meet list --json").json == []


@pytest.mark.parametrize("sentence", ["failed to reach Ben", "was unable to reach Ben"])
def test_who_was_not_reached_was_tried(known: Program, sentence: str) -> None:
    assert "no exchange" in known.ok(["log", sentence]).out


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Ben signed yesterday", ["Ben Okoye"]),
        ("Ben showed me the house", ["Ben Okoye"]),
        ("Ben and I had lunch", ["Ben Okoye"]),
        ("Ben called May Ling and me", ["Ben Okoye", "May Ling"]),
        ("met May Ling at Ben's funeral", ["May Ling"]),
        ("met Ben, he will not sell", ["Ben Okoye"]),
        ("Ben rang, May Ling is in hospital", ["Ben Okoye"]),
        ("Ben wrote, May Ling died", ["Ben Okoye"]),
        ("lunch with Ben, May Ling sends her regards", ["Ben Okoye"]),
        ("lunch with Ben, May Ling joined", ["Ben Okoye", "May Ling"]),
        ("coffee with Ben: maybe she knows somebody", ["Ben Okoye"]),
        ("phone call with Ben: she cannot pay until june", ["Ben Okoye"]),
        ("Ben recommended me to May Ling", ["Ben Okoye"]),
        ("Ben got in touch about the lease", ["Ben Okoye"]),
        ("Ben wrote, he cannot come friday", ["Ben Okoye"]),
        ("called Ben, he had moved to Berlin", ["Ben Okoye"]),
        ("dinner at the Christmas party with Ben", ["Ben Okoye"]),
        ("Ben and May Ling came to the office", ["Ben Okoye", "May Ling"]),
    ],
)
def test_what_was_one_is_kept(known: Program, sentence: str, names: list[str]) -> None:
    known.ok(["log", sentence])
    [row] = known.ok("log list --json").json
    assert [person["name"] for person in row["contacts"]] == names


def test_the_day_of_a_promise_is_not_that_of_the_talk(known: Program) -> None:
    told = known.ok("log told Ben I will call friday")
    assert known.ok("log list --json").json[0]["on"] == known.today
    assert "refcli followup" in told.err + told.out
