"""An event of an introduction: whom it is about, and what the playbook needs to know of it."""

import datetime as dt

from refcli.domain.intros import OPEN_INTRO_STATES
from refcli.domain.obligations.facts import Introduced, Joined, Stepped
from refcli.domain.obligations.ledger import Event
from refcli.domain.obligations.story import IntroNow, Story
from refcli.domain.rule import Party


def event_of(story: Story, intro: IntroNow, on: dt.date) -> Event:
    """What was decided about an introduction, on a day: never late."""
    event = Event(on, on, ("intro", intro.fact.id), _parties(story, intro, tuple(intro.sources)))
    event.asks, event.is_decided = intro.asks, True
    return event


def event_at(
    story: Story,
    intro: IntroNow,
    fact: Introduced | Stepped | Joined,
    *,
    sources: tuple[int, ...] | None = None,
    with_others: bool = True,
) -> Event:
    """What a fact about an introduction brings about, for these sources or for all."""
    parties = _parties(story, intro, tuple(intro.sources) if sources is None else sources)
    if not with_others:
        parties = {Party.SOURCE: parties[Party.SOURCE]}
    final = story.last_steps.get(intro.fact.id, intro.state)
    now = fact.step if isinstance(fact, Stepped) else intro.state
    return Event(
        fact.on,
        fact.recorded_on,
        ("intro", intro.fact.id),
        parties,
        asks=intro.asks,
        is_quiet=fact.is_quiet,
        is_latest=now is final,
        is_open=final in OPEN_INTRO_STATES,
    )


def _parties(
    story: Story, intro: IntroNow, sources: tuple[int, ...]
) -> dict[Party, tuple[int, ...]]:
    """Whom each part of a rule is about: of several prospects the first who is not dropped."""
    prospects = story.ledger.there(intro.fact.prospects) or intro.fact.prospects
    receiver = () if intro.fact.receiver is None else (intro.fact.receiver,)
    return {Party.SOURCE: sources, Party.PROSPECT: prospects[:1], Party.PARTNER: receiver}
