"""What is to be drafted, for whom, and what a form says."""

import datetime as dt
import sqlite3
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from refcli.domain.contacts import Person
from refcli.domain.drafts.ask import AskParts
from refcli.domain.drafts.form import Form, Tone
from refcli.domain.due import DueItem
from refcli.domain.english.names import Addressee
from refcli.domain.intros import Intro, IntroDirection
from refcli.read.intros import intro, intros
from refcli.read.rows import one_text


class Wanted(NamedTuple):
    """What is to be drafted for somebody: without a form, what is most urgent.

    `about` is the number of a follow-up, `intro` that of an introduction, `parts` narrow an ask.
    Without a tone the words of a planned ask stay as they are kept.
    """

    contact: int
    form: Form | None = None
    about: int | None = None
    tone: Tone | None = None
    intro: int | None = None
    parts: AskParts | None = None


class DraftFacts(NamedTuple):
    """Whom a draft is to, the follow-up that it does, and the day."""

    connection: sqlite3.Connection
    contact: int
    to: Addressee
    item: DueItem | None
    wanted: Wanted
    today: dt.date

    @property
    def intro(self) -> int | None:
        """The number of the introduction that is meant, else the follow-up's."""
        return self.wanted.intro or (self.item.intro if self.item is not None else None)


class Said(NamedTuple):
    """What a form says, built in, and what a template of the user's own may use besides.

    `is_kept` are words that somebody wrote already, `others` who is told besides, `parts` what an
    ask was narrowed by, `covers` the numbers of other follow-ups that it does.
    """

    text: str
    variables: Mapping[str, str | Mapping[str, str]] = MappingProxyType({})
    is_kept: bool = False
    others: tuple[Person, ...] = ()
    parts: AskParts | None = None
    covers: tuple[int, ...] = ()


NOTHING = Said("")


def work_meant(facts: DraftFacts) -> str | None:
    """The work that the follow-up is about."""
    query = "select what from engagement where id = :id"
    number = facts.item.engagement if facts.item is not None else None
    return one_text(facts.connection, query, {"id": number})


def people_told(**parties: Addressee | None) -> dict[str, Mapping[str, str]]:
    """Parties as a template has them; whoever is not there has empty names."""
    nobody = dict.fromkeys(("name", "greeting", "short"), "")
    return {
        part: nobody
        if who is None
        else {"name": who.name, "greeting": who.greeting, "short": who.short}
        for part, who in parties.items()
    }


def intro_told(facts: DraftFacts, *, direction: IntroDirection | None = None) -> Intro | None:
    """The introduction that is meant, else the newest with them."""
    if facts.intro is not None:
        return intro(facts.connection, facts.intro)
    found = intros(facts.connection, contact=facts.contact, direction=direction)
    return next(iter(found), None)
