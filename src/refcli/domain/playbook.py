"""The playbook: what each event closes and opens, as data. `plan.py` applies it."""

from refcli.domain import kinds
from refcli.domain.kinds import ASK_MADE, ENGAGEMENT, INTRO, KINDS, Kind
from refcli.domain.rule import Closes, Fact, Opens, Party, Rule, Scope


def _kinds(*found: Kind) -> frozenset[Kind]:
    return frozenset(found)


# Nobody who was dropped is courted or asked again; what is owed to them stays owed.
_ENDED_BY_DROP = frozenset(kind for kind in KINDS.values() if not kind.outlives_drop)


_S, _P, _R, _C = Party.SOURCE, Party.PROSPECT, Party.PARTNER, Party.CONTACT
_PROGRESS = Closes(_kinds(kinds.CHECK, kinds.REACH, kinds.STATUS, kinds.CONFIRM), Scope.OF_INTRO)
_WHEN_ASKED = (
    Closes(_kinds(kinds.ASK, kinds.RE_ASK), Scope.OF_PARTY, _S, unless_late=True),
    Closes(_kinds(kinds.CONFIRM), Scope.OF_ASK),
)
_ASK_AGAIN = "Ask {contact} again, if the time is right"

_RULES = (
    Rule(
        "ask-planned",
        "an ask is planned",
        about=(ASK_MADE,),
        opens=(Opens(kinds.ASK, _S, None, "Ask {contact}, face to face"),),
    ),
    Rule(
        "ask-pending",
        "an ask is made, no answer yet",
        about=(ASK_MADE,),
        closes=_WHEN_ASKED,
        opens=(Opens(kinds.CONFIRM, _S, 14, "Hear what {contact} thinks of your ask"),),
    ),
    Rule(
        "ask-promised",
        "the contact agrees",
        about=(ASK_MADE,),
        closes=_WHEN_ASKED,
        opens=(
            Opens(kinds.THANK, _S, 1, "Thank {contact} for promising an introduction"),
            Opens(kinds.CONFIRM, _S, 7, "Ask {contact} whether they have called or written"),
        ),
    ),
    Rule(
        "ask-declined",
        "the contact says no",
        about=(ASK_MADE,),
        closes=_WHEN_ASKED,
        opens=(Opens(kinds.RE_ASK, _S, 60, _ASK_AGAIN),),
    ),
    Rule(
        "ask-later",
        "the contact says not now",
        about=(ASK_MADE,),
        closes=_WHEN_ASKED,
        opens=(Opens(kinds.RE_ASK, _S, 60, _ASK_AGAIN),),
    ),
    Rule(
        "confirmed",
        "a promise was recalled and is still open",
        about=(ASK_MADE, INTRO),
        opens=(Opens(kinds.CONFIRM, _S, 7, "Ask {contact} whether they have called or written"),),
    ),
    Rule(
        "intro-named",
        "a bare name or card was given",
        about=(INTRO,),
        closes=(Closes(_kinds(kinds.CONFIRM), Scope.OF_ASK),),
        opens=(
            Opens(
                kinds.CONFIRM,
                _S,
                2,
                "Ask {contact} to introduce you to {other}",
            ),
        ),
    ),
    Rule(
        "intro-made",
        "the source introduced me",
        about=(INTRO,),
        closes=(
            Closes(_kinds(kinds.CONFIRM), Scope.OF_ASK),
            Closes(_kinds(kinds.CONFIRM), Scope.OF_INTRO),
        ),
        opens=(
            Opens(
                kinds.THANK,
                _S,
                1,
                "Thank {contact} for the introduction to {other}",
                unless=Fact.THANKED_FOR_ASK,
                takes_over_ask=True,
            ),
            Opens(kinds.REACH, _P, 1, "Reach {contact}: {other} sent you"),
            Opens(kinds.STATUS, _S, 7, "Tell {contact} where it stands with {other}"),
            Opens(
                kinds.EDUCATE,
                _S,
                7,
                "Tell {contact} whom you help and what to listen for",
                unless=Fact.TAUGHT,
            ),
            Opens(kinds.RE_ASK, _S, 90, _ASK_AGAIN),
        ),
    ),
    Rule(
        "intro-reached",
        "I have spoken with the prospect",
        about=(INTRO,),
        closes=(Closes(_kinds(kinds.REACH, kinds.STATUS), Scope.OF_INTRO),),
        opens=(
            Opens(kinds.THANK, _S, 1, "Thank {contact} and say how it went with {other}"),
            Opens(kinds.CHECK, _P, 21, "See what holds it up with {contact}"),
        ),
        replaces_thanks=True,
    ),
    Rule(
        "intro-won",
        "it became business",
        about=(INTRO,),
        closes=(_PROGRESS,),
        opens=(
            Opens(kinds.THANK, _S, 1, "Thank {contact}: {other} became a client"),
            Opens(kinds.RECIPROCATE, _S, 14, "Give something back to {contact}"),
        ),
        replaces_thanks=True,
    ),
    Rule(
        "intro-lost",
        "it came to nothing",
        about=(INTRO,),
        closes=(_PROGRESS,),
        opens=(Opens(kinds.OUTCOME, _S, 1, "Thank {contact} and tell them what came of {other}"),),
        replaces_thanks=True,
    ),
    Rule(
        "intro-passed",
        "it went on to somebody better suited",
        about=(INTRO,),
        closes=(_PROGRESS,),
        opens=(
            Opens(kinds.OUTCOME, _S, 1, "Thank {contact} and tell them who looks after {other}"),
            Opens(kinds.EDUCATE, _S, 1, "Tell {contact} what kind of referral fits you better"),
        ),
        replaces_thanks=True,
    ),
    Rule(
        "intro-bad",
        "an introduction went wrong",
        about=(INTRO,),
        closes=(_PROGRESS,),
        opens=tuple(
            Opens(kinds.REPAIR, party, 1, "Apologise to {contact} and find out what happened")
            for party in (_S, _P, _R)
        ),
    ),
    Rule(
        "intro-repaired",
        "what went wrong is settled",
        about=(INTRO,),
        closes=(Closes(_kinds(kinds.REPAIR), Scope.OF_INTRO),),
        opens=tuple(
            Opens(kinds.CHECK, party, 30, "See that all is well again with {contact}")
            for party in (_S, _P, _R)
        ),
    ),
    Rule(
        "give-proposed",
        "consent is not given yet",
        about=(INTRO,),
        opens=(
            Opens(kinds.CONSENT, _P, 1, "Ask {contact} whether you may pass them on to {other}"),
        ),
    ),
    Rule(
        "give-made",
        "consent is given and the partner told to call",
        about=(INTRO,),
        closes=(Closes(_kinds(kinds.CONSENT), Scope.OF_INTRO),),
        opens=(
            Opens(kinds.CHECK, _R, 2, "Ask {contact} whether they have called {other}"),
            Opens(kinds.CHECK, _P, 3, "Ask {contact} whether {other} called"),
        ),
    ),
    Rule(
        "give-reached",
        "the prospect and my partner have spoken",
        about=(INTRO,),
        closes=(Closes(_kinds(kinds.CHECK), Scope.OF_INTRO),),
        opens=(
            Opens(kinds.CHECK, _P, 14, "Ask {contact} how it went with {other}"),
            Opens(kinds.CHECK, _R, 14, "Ask {contact} how it went with {other}"),
        ),
    ),
    Rule(
        "give-ended",
        "a given introduction was won, lost or refused",
        about=(INTRO,),
        closes=(Closes(frozenset(KINDS.values()) - {kinds.REPAIR, kinds.CUSTOM}, Scope.OF_INTRO),),
    ),
    Rule(
        "checked-received",
        "looked into a received introduction that is still open",
        about=(INTRO,),
        opens=(Opens(kinds.CHECK, _C, 21, "See what holds it up with {contact}"),),
    ),
    Rule(
        "checked-given",
        "looked into a given introduction that is still open",
        about=(INTRO,),
        opens=(Opens(kinds.CHECK, _C, 7, "Ask {contact} how it goes with {other}"),),
    ),
    Rule(
        "logged",
        "an exchange, the newest with that contact",
        closes=(Closes(_kinds(kinds.KEEP_IN_TOUCH), Scope.OF_PARTY),),
        opens=(Opens(kinds.KEEP_IN_TOUCH, _C, None, "Get in touch with {contact}"),),
    ),
    Rule(
        "met",
        "a meeting that was logged by hand",
        closes=(Closes(_kinds(kinds.MEET), Scope.UP_TO_A_WEEK_AFTER),),
    ),
    Rule(
        "next-planned",
        "the next meeting is planned",
        opens=(Opens(kinds.MEET, _C, None, "Meet {contact}"),),
    ),
    Rule(
        "tiered",
        "a tier is set or removed, or the contact rests",
        closes=(Closes(_kinds(kinds.KEEP_IN_TOUCH), Scope.OF_PARTY),),
        opens=(Opens(kinds.KEEP_IN_TOUCH, _C, None, "Get in touch with {contact}"),),
    ),
    Rule(
        "delivered",
        "work was delivered and rated 9 or 10",
        about=(ENGAGEMENT,),
        opens=(
            Opens(
                kinds.TESTIMONIAL,
                _C,
                3,
                "Ask {contact} for a few words that you may show",
                unless=Fact.PRAISED,
            ),
        ),
    ),
    Rule(
        "delivered-badly",
        "work was delivered and rated 6 or less",
        about=(ENGAGEMENT,),
        opens=(Opens(kinds.REPAIR, _C, 1, "Put things right with {contact}"),),
    ),
    Rule(
        "thanked",
        "thanks were given",
        closes=(Closes(_kinds(kinds.THANK, kinds.OUTCOME), Scope.OF_ORIGIN),),
    ),
    Rule(
        "taught",
        "the kit was shared",
        closes=(Closes(_kinds(kinds.EDUCATE), Scope.OF_PARTY),),
    ),
    Rule(
        "praised",
        "a testimonial was given",
        closes=(Closes(_kinds(kinds.TESTIMONIAL), Scope.OF_PARTY),),
    ),
    Rule(
        "favored",
        "a favor or introduction was given",
        closes=(Closes(_kinds(kinds.RECIPROCATE), Scope.OLDEST),),
    ),
    Rule(
        "dropped",
        "the contact left the referral network",
        closes=(Closes(_ENDED_BY_DROP, Scope.OF_PARTY),),
    ),
    Rule(
        "by-hand",
        "a follow-up was added by hand",
        opens=(Opens(kinds.CUSTOM, _C, None, ""),),
    ),
)

PLAYBOOK: dict[str, Rule] = {rule.name: rule for rule in _RULES}

MEET_SLACK_DAYS = 7
MAX_CONFIRM_ROUNDS = 2


def opening_key(rule: Rule, opening: Opens) -> str:
    """The setting that holds the opening's days: `intro-made.thank`, with the party if needed."""
    same = [o for o in rule.opens if o.kind is opening.kind]
    suffix = f".{opening.party}" if len({o.days for o in same}) > 1 else ""
    return f"{rule.name}.{opening.kind}{suffix}"


def default_days() -> dict[str, int]:
    """Each number of days in the playbook under its setting's name."""
    return {
        opening_key(rule, opening): opening.days
        for rule in _RULES
        for opening in rule.opens
        if opening.days is not None
    }
