"""The page of follow-ups, made from the table of kinds and the playbook."""

from refcli.domain.kinds import BOTH, CHANNELS, EARLIER, FAVOR_FORMS, KINDS, LATER, TOLD_LAST, Kind
from refcli.domain.playbook import PLAYBOOK, opening_key
from refcli.domain.rule import Opens, Rule
from refcli.write.done import HOWS

_START = """# Follow-ups

What each kind of follow-up is, and which event opens and closes it. Made from
`domain/kinds.py` and `domain/playbook.py`.

## Kinds

The most urgent first. *Needs* is what it must be about; *once* means at most one a contact,
whatever it is about; *again* is what happens to its date when the same follow-up is opened again.
A contact who is dropped keeps what is owed and loses the rest.

| kind | urgency | done means | `--how` | needs | once | again | when dropped |
| --- | --- | --- | --- | --- | --- | --- | --- |
"""
_PLAYBOOK = """
## Playbook

A kind that needs an origin is opened only by an event that surely brings it. The days in
brackets are settings: `refcli config set days.intro-made.thank 2`. What becomes needless is closed,
but nobody did it.

| event | when | closes | opens |
| --- | --- | --- | --- |
"""
_HOW_WORDS = {CHANNELS: "a channel", FAVOR_FORMS: "a favor's kind"}
_AGAIN = {
    EARLIER: "the earlier stays",
    LATER: "the later stays",
    TOLD_LAST: "the last told stays",
    BOTH: "both stay",
}
_ORIGINS = {"intro": "an introduction", "ask": "an ask", "engagement": "work delivered"}


def follow_ups_page() -> str:
    """The whole page as Markdown."""
    kinds = "".join(map(_kind, KINDS.values()))
    rules = "".join(map(_rule, PLAYBOOK.values()))
    return _START + kinds + _PLAYBOOK + rules


def _kind(kind: Kind) -> str:
    hows = _HOW_WORDS.get(kind.hows) or ", ".join(sorted(HOWS[kind.hows])) or "–"
    needs = " or ".join(_ORIGINS[origin] for origin in kind.origins) or "–"
    once = "yes" if kind.once else "–"
    dropped = "stays" if kind.outlives_drop else "ends"
    cells = (f"`{kind}`", str(kind.weight), kind.done, hows, needs, once, _AGAIN[kind.stays])
    return f"| {' | '.join((*cells, dropped))} |\n"


def _rule(rule: Rule) -> str:
    done, needless = (_closed(rule, is_needless=it_is) for it_is in (False, True))
    closes = "; ".join(part for part in (done, needless and f"needless: {needless}") if part)
    opens = ", ".join(_opening(rule, opening) for opening in rule.opens)
    return f"| `{rule.name}` | {rule.when} | {closes or '–'} | {opens or '–'} |\n"


def _closed(rule: Rule, *, is_needless: bool) -> str:
    parts = [part for part in rule.closes if part.is_needless is is_needless]
    return ", ".join(sorted({f"`{kind}`" for part in parts for kind in part.kinds}))


def _opening(rule: Rule, opening: Opens) -> str:
    """The kind, for whom, and after how many days, with the setting that changes them."""
    who = f"`{opening.kind}` for the {opening.party}"
    if opening.days is None:
        return f"{who} on the day told"
    return f"{who} +{opening.days} (`days.{opening_key(rule, opening)}`)"
