"""No form claims what the facts do not hold, whatever the names and the facts."""

import datetime as dt
import re

from hypothesis import given
from hypothesis import strategies as st

from refcli.domain.asks import TargetKind
from refcli.domain.drafts.ask import AskParts, Bond, drafted_ask
from refcli.domain.drafts.form import Tone
from refcli.domain.drafts.handover import consent_words, handover_words
from refcli.domain.drafts.looking_in import drafted_check
from refcli.domain.drafts.news import drafted_confirm, drafted_status
from refcli.domain.drafts.opening import Me, drafted_blurb, drafted_welcome
from refcli.domain.drafts.praise import drafted_testimonial
from refcli.domain.drafts.repair import (
    Stage,
    drafted_apology,
    drafted_apology_for_work,
    drafted_pass_on,
)
from refcli.domain.drafts.thanks import Came, Fate, drafted_outcome, drafted_thanks
from refcli.domain.drafts.touch import (
    drafted_check_in,
    drafted_congratulation,
    drafted_reconnect,
    drafted_wish,
)
from refcli.domain.english.names import Addressee, addressee
from refcli.domain.intros import Fault

TODAY = dt.date(2026, 11, 20)
NAMES = st.sampled_from(
    (
        *("Anna Weiss", "Dr. Pieter van der Berg", "Mr and Mrs Ode", "Tom and Gina Ruiz"),
        *("dora lee", "The Harbour Trust", "Aunt May", "Bill's brother", "Baker & Sons"),
        *("王小明", "J. R. Smith"),
    )
).map(addressee)
PHRASES = st.none() | st.sampled_from(
    (
        *("buy a practice", "downsizing", "a new accountant", "who need help", "hoping to move"),
        *("expats", "midwife", "the wedding trade", "someone honest", "have a team"),
        *("lease on a shop", "NHS trust"),
    )
)
FATES = st.builds(
    Fate,
    came=st.sampled_from(Came),
    prospect=st.none() | NAMES,
    was_made=st.booleans(),
    was_spoken=st.booleans(),
    meeting=st.none() | st.just(TODAY + dt.timedelta(days=3)),
    was_thanked=st.booleans(),
    was_tried=st.booleans(),
    kind=st.sampled_from(TargetKind),
    note=st.none() | st.sampled_from(["signed for two years.", "wants a second talk"]),
)
WRONG = {
    r"\bNone\b|\{\w*\}": "a blank",
    r"(?i)\b(a|an|the|to|in|for|of|at|with|who|is|are|and|any|some) \1\b": "a doubled word",
    r"\ba (?!one\b|once\b|eu|ewe|uni|use)[aeio][a-z]+": "a before a vowel",
    r"\ban (?:[bcdfgjklmnpqrstvwyz][a-z])": "an before a consonant",
    r"(?i)\b(?:anyone|someone|somebody) who (?:are|have|want|need|do|own)\b": "a plural after one",
    r"\s[,.;:?!](?=\s|$)": "a space before punctuation",
    r"[,;:]\s*[,;:.]|[?!]\s*[,.?!]|(?<!\.)\.\.(?!\.)": "doubled punctuation",
    r"\S {2,}\S": "a double space",
    r"\bis have\b|\bis are\b|\bare is\b": "two verbs",
}


def refuse_wrong(text: str) -> None:
    for pattern, what in WRONG.items():
        assert re.search(pattern, text) is None, f"{what}: {text}"


@given(NAMES, FATES)
def test_thanks_and_news_claim_what_took_place_alone(to: Addressee, fate: Fate) -> None:
    thanks = drafted_thanks(to, fate, TODAY)
    for text in (thanks, drafted_outcome(to, fate), drafted_status(to, fate)):
        if text is None:
            continue
        refuse_wrong(text)
        assert "do you know any" not in text.lower()
        if not fate.was_made or fate.came in (Came.PROMISED, Came.NAMED):
            assert "for introducing me" not in text
            assert "you introduced me" not in text
        if not fate.was_spoken and fate.came not in (Came.REACHED, Came.WON):
            assert "have spoken" not in text.replace("as soon as we have", "")
            assert "glad to speak with" not in text.replace("I will be glad to speak with", "")
        if fate.kind is not TargetKind.CLIENT:
            assert "client" not in text


@given(NAMES, PHRASES, PHRASES, PHRASES, st.sampled_from(Tone), st.sampled_from(TargetKind))
def test_an_ask_is_one_in_every_tone(
    to: Addressee,
    industry: str | None,
    looking_for: str | None,
    qualities: str | None,
    tone: Tone,
    kind: TargetKind,
) -> None:
    parts = AskParts(industry, looking_for, qualities, kind)
    for basis in ("client", "friend", "family", "partner", "colleague", "referred", "other"):
        bond = Bond(to.greeting, basis, brings="I help dentists; and more")
        text = drafted_ask(parts, bond, TODAY, tone)
        refuse_wrong(text)
        assert text.startswith(f"{to.greeting}, ")
        if basis in ("friend", "family", "referred", "other"):
            assert "to work with as you are" not in text
        assert "kind words" not in text


@given(NAMES, NAMES, NAMES, PHRASES, st.sampled_from(["", "0555 010 010"]), st.sampled_from(Stage))
def test_handing_over_names_both(
    to: Addressee,
    prospect: Addressee,
    partner: Addressee,
    need: str | None,
    reach: str,
    stage: Stage,
) -> None:
    consent = consent_words(prospect, partner, need)
    handover = handover_words(partner, prospect, need, reach)
    passed_on = drafted_pass_on(to, prospect, partner, (need, need), stage=stage)
    assert ("is looking after" in passed_on) is (stage is Stage.LOOKED_AFTER)
    for text in (consent, handover, passed_on):
        refuse_wrong(text)
    assert partner.name in consent
    assert "If you would rather not" in consent
    assert prospect.name in handover


@given(
    NAMES,
    st.none() | NAMES,
    st.none() | st.sampled_from(Fault),
    st.booleans(),
    st.sampled_from(["birthday", "wedding anniversary", "the day of his father's death"]),
    PHRASES,
)
def test_every_other_form_is_english(
    to: Addressee,
    other: Addressee | None,
    fault: Fault | None,
    is_source: bool,
    label: str,
    work: str | None,
) -> None:
    me = Me("Ben Okoye", "", "I help dentists", "You hear from me within a day.", "ben@x.example")
    texts = [
        drafted_apology(to, fault, other, is_source=is_source),
        drafted_apology_for_work(to, work),
        drafted_welcome(to, other.name if other else "", me, TODAY, need=work),
        drafted_apology(to, fault, other, is_source=False, is_theirs=True),
        drafted_testimonial(to, work),
        drafted_reconnect(to, None),
        drafted_check_in(to, dt.date(2026, 4, 1), TODAY),
        drafted_congratulation(to, "Weiss Dental"),
        drafted_wish(to, label),
        drafted_confirm(to, None, work),
        *(drafted_check(to, rule, other) for rule in ("looked-into", "give-made", "give-reached")),
        drafted_check(to, "work-repaired", None, work=work),
    ]
    for text in texts:
        refuse_wrong(text)
        assert "do you know any" not in text.lower()
        assert not text or text.startswith(f"{to.greeting}, ")
    refuse_wrong(drafted_blurb(me))
    if fault is not Fault.ME:
        assert "my mistake" not in texts[0]
