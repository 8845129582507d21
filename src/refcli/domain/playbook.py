"""The playbook: what each event closes and opens, as data. obligations/ledger.py carries it out."""

from refcli.domain import kinds
from refcli.domain.kinds import ASK_MADE, ENGAGEMENT, INTRO, KINDS, Kind
from refcli.domain.rule import Closes, Opens, Party, Rule, Scope


def _of(scope: Scope, *found: Kind, party: Party = Party.CONTACT) -> Closes:
    return Closes(frozenset(found), scope, party)


def _needless(scope: Scope, *found: Kind, party: Party = Party.CONTACT) -> Closes:
    return Closes(frozenset(found), scope, party, is_needless=True)


_S, _P, _R, _C = Party.SOURCE, Party.PROSPECT, Party.PARTNER, Party.CONTACT
_OF_ORIGIN, _OF_PARTY, _OF_ASK = Scope.OF_ORIGIN, Scope.OF_PARTY, Scope.OF_ASK
_K = kinds
_ASK_AGAIN = "Ask {contact} again, if the time is right"
_HAVE_THEY = "Ask {contact} whether they have called or written"
_MAKE_IT = "Ask {contact} to introduce you to {other}"
_STALLED = "See what holds it up with {contact}"
# Who tells of an outcome has not told the source where it stands, nor reached who was lost.
_WON = (_of(_OF_ORIGIN, _K.CHECK, _K.REACH, _K.CONFIRM), _needless(_OF_ORIGIN, _K.STATUS))
_LOST = (_of(_OF_ORIGIN, _K.CHECK, _K.CONFIRM), _needless(_OF_ORIGIN, _K.REACH, _K.STATUS))

RULES = (
    Rule(
        "ask-planned",
        "an ask is planned",
        about=(ASK_MADE,),
        opens=(Opens(_K.ASK, _S, None, "Ask {contact}, face to face"),),
    ),
    Rule(
        "ask-made",
        "an ask is made or answered",
        about=(ASK_MADE,),
        closes=(_of(_OF_PARTY, _K.ASK, _K.RE_ASK, party=_S), _of(_OF_ORIGIN, _K.CONFIRM)),
    ),
    Rule(
        "ask-pending",
        "an ask is made, no answer yet",
        about=(ASK_MADE,),
        opens=(Opens(_K.CONFIRM, _S, 14, "Hear what {contact} thinks of your ask"),),
    ),
    Rule(
        "ask-promised",
        "the contact agrees",
        about=(ASK_MADE,),
        opens=(
            Opens(_K.THANK, _S, 1, "{thank} for promising an introduction"),
            Opens(_K.CONFIRM, _S, 7, _HAVE_THEY),
        ),
    ),
    Rule(
        "ask-declined",
        "the contact says no",
        about=(ASK_MADE,),
        opens=(Opens(_K.RE_ASK, _S, 60, _ASK_AGAIN),),
    ),
    Rule(
        "ask-later",
        "the contact says not now",
        about=(ASK_MADE,),
        opens=(Opens(_K.RE_ASK, _S, 60, _ASK_AGAIN),),
    ),
    Rule(
        "confirmed",
        "a promise or a name was recalled, and nothing has come of it yet",
        about=(ASK_MADE, INTRO),
        opens=(Opens(_K.CONFIRM, _S, 7, _HAVE_THEY),),
    ),
    Rule(
        "intro-named",
        "a bare name or card was given",
        about=(INTRO,),
        closes=(_of(_OF_ASK, _K.CONFIRM, party=_S),),
        opens=(Opens(_K.CONFIRM, _S, 2, _MAKE_IT),),
    ),
    Rule(
        "intro-made",
        "the source introduced me",
        about=(INTRO,),
        closes=(
            _of(_OF_ASK, _K.CONFIRM, party=_S),
            _needless(_OF_ASK, _K.THANK, party=_S),
            _of(_OF_ORIGIN, _K.CONFIRM),
        ),
        opens=(
            Opens(_K.THANK, _S, 1, "{thank} for the introduction to {other}"),
            Opens(_K.REACH, _P, 1, "Reach {contact}: {other} sent you"),
            Opens(_K.STATUS, _S, 7, "Tell {contact} where it stands with {other}"),
            Opens(_K.EDUCATE, _S, 7, "Tell {contact} whom you help and what to listen for"),
            Opens(_K.RE_ASK, _S, 90, _ASK_AGAIN),
        ),
    ),
    Rule(
        "intro-reached",
        "I have spoken with the prospect",
        about=(INTRO,),
        closes=(_of(_OF_ORIGIN, _K.REACH), _needless(_OF_ORIGIN, _K.STATUS)),
        opens=(
            Opens(_K.THANK, _S, 1, "{thank_and} and say how it went with {other}"),
            Opens(_K.CHECK, _P, 21, _STALLED),
        ),
        replaces_thanks=True,
    ),
    Rule(
        "looked-into",
        "a received introduction was looked into, and is still open",
        about=(INTRO,),
        opens=(Opens(_K.CHECK, _P, 42, _STALLED),),
    ),
    Rule(
        "looked-into-again",
        "it was looked into once more",
        about=(INTRO,),
        opens=(Opens(_K.CHECK, _P, 84, _STALLED),),
    ),
    Rule(
        "intro-won",
        "it became business",
        about=(INTRO,),
        closes=_WON,
        opens=(
            Opens(_K.THANK, _S, 1, "{thank}: {other} {won}"),
            Opens(_K.RECIPROCATE, _S, 14, "Give something back to {contact}"),
        ),
        replaces_thanks=True,
    ),
    Rule(
        "intro-lost",
        "it came to nothing",
        about=(INTRO,),
        closes=_LOST,
        opens=(Opens(_K.OUTCOME, _S, 1, "{thank_and} and tell them what came of {other}"),),
        replaces_thanks=True,
    ),
    Rule(
        "intro-passed",
        "it went on to somebody better suited",
        about=(INTRO,),
        closes=_LOST,
        opens=(
            Opens(_K.OUTCOME, _S, 1, "{thank_and} and tell them who looks after {other}"),
            Opens(_K.EDUCATE, _S, 1, "Tell {contact} what kind of referral fits you better"),
        ),
        replaces_thanks=True,
    ),
    Rule(
        "intro-bad",
        "an introduction went wrong",
        about=(INTRO,),
        closes=(*_LOST, _of(_OF_ORIGIN, _K.CONSENT)),
        opens=tuple(Opens(_K.REPAIR, party, 1, "{settle}") for party in (_S, _P, _R)),
    ),
    Rule(
        "repair-unanswered",
        "a party to what went wrong could not be heard yet",
        about=(INTRO, ENGAGEMENT),
        opens=(Opens(_K.REPAIR, _C, 7, "{settle}"),),
    ),
    Rule(
        "intro-repaired",
        "what went wrong is settled",
        about=(INTRO,),
        closes=(_of(_OF_ORIGIN, _K.REPAIR),),
        opens=tuple(
            Opens(_K.CHECK, party, 30, "See that all is well again with {contact}")
            for party in (_S, _P, _R)
        ),
    ),
    Rule(
        "give-proposed",
        "consent is not given yet",
        about=(INTRO,),
        opens=(Opens(_K.CONSENT, _P, 1, "Ask {contact} whether you may pass them on to {other}"),),
    ),
    Rule(
        "consent-put-off",
        "the prospect does not know yet",
        about=(INTRO,),
        opens=(Opens(_K.CONSENT, _P, 7, "Ask {contact} whether you may pass them on to {other}"),),
    ),
    Rule(
        "consent-unanswered",
        "the prospect could not be asked yet",
        about=(INTRO,),
        opens=(Opens(_K.CONSENT, _P, 3, "Ask {contact} whether you may pass them on to {other}"),),
    ),
    Rule(
        "give-made",
        "consent is given and the partner told to call",
        about=(INTRO,),
        closes=(_of(_OF_ORIGIN, _K.CONSENT),),
        opens=(Opens(_K.CHECK, _R, 2, "Ask {contact} whether they have called {other}"),),
    ),
    Rule(
        "give-unheard",
        "the partner has not called, or does not say",
        about=(INTRO,),
        opens=(Opens(_K.CHECK, _P, 7, "Ask {contact} whether {other} called"),),
    ),
    Rule(
        "give-reached",
        "the prospect and my partner have spoken",
        about=(INTRO,),
        closes=(_of(_OF_ORIGIN, _K.CHECK, _K.CONSENT),),
        opens=(Opens(_K.CHECK, _P, 14, "Ask {contact} how it went with {other}"),),
    ),
    Rule(
        "give-ended",
        "a given introduction was won, lost or refused",
        about=(INTRO,),
        closes=(_of(_OF_ORIGIN, _K.CHECK, _K.CONSENT, _K.REPAIR),),
    ),
    Rule(
        "logged",
        "an exchange, the newest with that contact",
        closes=(_of(_OF_PARTY, _K.KEEP_IN_TOUCH),),
        opens=(Opens(_K.KEEP_IN_TOUCH, _C, None, "Get in touch with {contact}"),),
    ),
    Rule(
        "next-planned",
        "the next meeting is planned",
        opens=(Opens(_K.MEET, _C, None, "Meet {contact}"),),
    ),
    Rule(
        "tiered",
        "a tier is set or removed",
        closes=(_needless(_OF_PARTY, _K.KEEP_IN_TOUCH),),
        opens=(Opens(_K.KEEP_IN_TOUCH, _C, None, "Get in touch with {contact}"),),
    ),
    Rule(
        "delivered",
        "work was delivered and delighted them",
        about=(ENGAGEMENT,),
        opens=(Opens(_K.TESTIMONIAL, _C, 3, "Ask {contact} for a few words that you may show"),),
    ),
    Rule(
        "delivered-badly",
        "work was delivered that they were not happy with",
        about=(ENGAGEMENT,),
        opens=(Opens(_K.REPAIR, _C, 1, "Put things right with {contact}"),),
    ),
    Rule(
        "work-repaired",
        "work was put right",
        about=(ENGAGEMENT,),
        closes=(_of(_OF_ORIGIN, _K.REPAIR),),
        opens=(Opens(_K.CHECK, _C, 30, "See that all is well again with {contact}"),),
    ),
    Rule("thanked", "thanks were given"),
    Rule("taught", "the kit was shared", closes=(_of(_OF_PARTY, _K.EDUCATE),)),
    Rule("praised", "a testimonial was given", closes=(_of(_OF_PARTY, _K.TESTIMONIAL),)),
    Rule(
        "changed",
        "a new employer or role",
        opens=(Opens(_K.WISH, _C, 1, "Wish {contact} well in the new job"),),
    ),
    Rule(
        "by-hand",
        "a follow-up was added by hand",
        opens=(Opens(_K.CUSTOM, _C, None, ""),),
    ),
    Rule(
        "appointed",
        "an appointment was made",
        opens=(Opens(_K.MEET, _C, None, "Meet {contact}"),),
    ),
    Rule(
        "favored",
        "a favor was done, or an introduction given",
        closes=(_of(_OF_PARTY, _K.RECIPROCATE),),
    ),
    Rule(
        "dropped",
        "the contact left the referral network",
        closes=(_of(_OF_PARTY, *(kind for kind in KINDS.values() if not kind.outlives_drop)),),
    ),
    Rule("died", "the contact died", closes=(_of(_OF_PARTY, *KINDS.values()),)),
    Rule(
        "tried-once",
        "a first try reached nobody",
        about=(INTRO,),
        opens=(Opens(_K.REACH, _C, 2, ""),),
    ),
    Rule(
        "touched-again",
        "somebody to be in touch with could not be reached",
        opens=(Opens(_K.KEEP_IN_TOUCH, _C, 7, ""),),
    ),
    Rule(
        "tried-twice",
        "a second try reached nobody",
        about=(INTRO,),
        opens=(Opens(_K.REACH, _C, 4, ""),),
    ),
    Rule(
        "tried-again",
        "a further try reached nobody",
        about=(INTRO,),
        opens=(Opens(_K.REACH, _C, 7, ""),),
    ),
)

PLAYBOOK: dict[str, Rule] = {rule.name: rule for rule in RULES}
# An answer that is no event of its own moves a follow-up by the days of one of these.
TRIES = ("tried-once", "tried-twice", "tried-again")
LOOKED_INTO = ("looked-into", "looked-into-again")
# After what went wrong each party is asked whether all is well again.
AFTER_REPAIR = frozenset({"intro-repaired", "work-repaired"})
MAX_CONFIRMS = 3


def opening_key(rule: Rule, opening: Opens) -> str:
    """The setting that holds the opening's days: `intro-made.thank`, with the party if needed."""
    same = [o for o in rule.opens if o.kind is opening.kind]
    suffix = f".{opening.party}" if len({o.days for o in same}) > 1 else ""
    return f"{rule.name}.{opening.kind}{suffix}"


def default_days() -> dict[str, int]:
    """Each number of days in the playbook under its setting's name."""
    return {
        opening_key(rule, opening): opening.days
        for rule in RULES
        for opening in rule.opens
        if opening.days is not None
    }
