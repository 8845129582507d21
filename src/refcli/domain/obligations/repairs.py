"""What an introduction that went wrong makes owed, until it is settled."""

from collections.abc import Mapping

from refcli.domain import kinds
from refcli.domain.intros import Fault, IntroState, ThanksStep
from refcli.domain.obligations.facts import Stepped
from refcli.domain.obligations.ledger import Closing, Event
from refcli.domain.obligations.story import IntroNow, Story, event_at
from refcli.domain.playbook import PLAYBOOK
from refcli.domain.rule import Party

_I = IntroState
_THANK_FOR_INTRO = next(o.action for o in PLAYBOOK["intro-made"].opens if o.kind is kinds.THANK)


def went_wrong(story: Story, intro: IntroNow, fact: Stepped) -> None:
    """Nobody is thanked for how it went, and both other parties are to be heard."""
    for source in intro.sources:
        for item in story.ledger.of(kinds.THANKS_KINDS, source, ("intro", intro.fact.id)):
            was_thanked = (source, ThanksStep.MADE) in intro.thanks
            if intro.is_told_made and not was_thanked and item.kind is kinds.THANK:
                item.action = _THANK_FOR_INTRO
                item.step = ThanksStep.MADE
            else:
                story.ledger.close(item, fact.on, Closing.REPLACED)
    intro.heard = 0
    event = event_at(story, intro, fact)
    event.actions = _settling(intro, fact.fault)
    story.ledger.happen("intro-bad", event, Closing.REPLACED)


def _settling(intro: IntroNow, fault: Fault) -> Mapping[int, str]:
    """What to say to each party: who failed is asked, never apologised to."""
    failed: tuple[int, ...] = {
        Fault.ME: (),
        Fault.SOURCE: tuple(intro.sources),
        Fault.PROSPECT: intro.fact.prospects,
        Fault.PARTNER: intro.fact.receivers,
    }[fault]
    mine = "Apologise to {contact} and find out what happened"
    theirs = "Apologise to {contact} for how it went with {other}, and ask what happened"
    asked = "Ask {contact} what happened with {other}"
    return {
        party: asked if party in failed else mine if fault is Fault.ME else theirs
        for party in intro.parties
    }


def repaired(story: Story, intro: IntroNow, event: Event, *, is_well: bool) -> None:
    """What went wrong is settled; unless all is known to be well, each party is asked later."""
    for closes in PLAYBOOK["intro-repaired"].closes:
        for item in story.ledger.matching(closes, event):
            story.ledger.close(item, event.on, Closing.DONE)
    intro.owed_checks = set()
    if is_well:
        return
    there = story.ledger.there
    event.parties = {role: there(parties) for role, parties in event.parties.items()}
    # Who was dropped since keeps the apology, and nobody else takes their place in the check.
    event.parties[Party.PROSPECT] = there(_concerned(story, intro) or intro.fact.prospects[:1])
    event.actions = {}
    intro.owed_checks = {party for parties in event.parties.values() for party in parties}
    story.ledger.happen("intro-repaired", event)


def _concerned(story: Story, intro: IntroNow) -> tuple[int, ...]:
    """With whom of several prospects it went wrong: the last to whom an apology was owed."""
    heard = [
        item.party
        for item in story.ledger.items
        if item.kind is kinds.REPAIR
        and item.origin == ("intro", intro.fact.id)
        and item.party in intro.fact.prospects
    ]
    return tuple(heard[-1:])


def settle_if_heard(story: Story, intro: IntroNow, event: Event) -> None:
    """Whose introduction went wrong: when nobody is left to be heard, and one party was."""
    is_left = story.ledger.of({kinds.REPAIR}, None, ("intro", intro.fact.id))
    if not is_left and intro.heard:
        intro.state = intro.last_step = _I.REPAIRED
        intro.implied.append((_I.REPAIRED, event.on))
        repaired(story, intro, event, is_well=False)
