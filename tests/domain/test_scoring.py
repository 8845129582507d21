"""Score, chance and gates: properties and tables."""

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from refcli.domain.asks import Answered, AskState, Target, TargetKind
from refcli.domain.beta import beta_cdf, beta_quantile
from refcli.domain.chance import DEFAULT_PERCENT, Chance, Outcome, chance, outcomes_of
from refcli.domain.contacts import Basis, ContactStatus, Rapport
from refcli.domain.fit import Background, stems, target_fit
from refcli.domain.readiness import GateNumbers, blockers, cooling_until
from refcli.domain.scoring import (
    DEFAULT_POINTS,
    Glimpse,
    Score,
    TargetFit,
    most_possible,
    rapport_points,
    score,
    source_quality,
)
from refcli.domain.standing import BadIntro, OwnIntro, PoorWork, Soured, Standing

TODAY = dt.date(2026, 11, 20)
NUMBERS = GateNumbers()


def ago(days: int) -> dt.date:
    return TODAY - dt.timedelta(days=days)


def scored(who: Standing) -> Score:
    return score(who, TODAY, points=DEFAULT_POINTS, numbers=NUMBERS)


READY = Standing(
    name="Anna",
    bases=(Basis.CLIENT,),
    status=ContactStatus.ACTIVE,
    status_until=None,
    rapport=Rapport(40, "close"),
    last_interaction=ago(10),
    last_between=ago(10),
    has_met=True,
    deliveries=((ago(400), 9), (ago(100), 10)),
    engagements=2,
)


NOBODY = READY._replace(bases=(Basis.OTHER,), deliveries=(), engagements=0)
COLLEAGUE = NOBODY._replace(bases=(Basis.COLLEAGUE,))
FRIEND = NOBODY._replace(bases=(Basis.FRIEND,))
PARTNER = NOBODY._replace(bases=(Basis.PARTNER,), is_partner=True)
REFERRED = NOBODY._replace(bases=(Basis.REFERRED,))
STRANGER = {"has_met": False, "last_interaction": None, "last_between": None}
NEW_CLIENT = READY._replace(deliveries=(), engagements=0, client_since=ago(20))
ONE_JOB = NEW_CLIENT._replace(engagements=1)
COLD = READY._replace(
    rapport=Rapport(900, "cold"), last_interaction=ago(500), last_between=ago(500), deliveries=()
)._replace(client_since=ago(900))


@pytest.mark.parametrize(
    ("who", "change", "codes"),
    [
        (READY, {}, []),
        (READY, {"status": ContactStatus.DROPPED}, ["dropped"]),
        (READY, {"status": ContactStatus.DECEASED}, ["deceased"]),
        (READY, {"status": ContactStatus.RESTING, "status_until": ago(-1)}, ["resting"]),
        (READY, {"status": ContactStatus.RESTING, "status_until": TODAY}, []),
        (REFERRED, {"has_met": False}, ["not-met"]),
        (PARTNER, {"has_met": False}, ["not-met"]),
        (FRIEND, {"has_met": False}, []),
        (NEW_CLIENT, {"has_met": False, "client_since": ago(180)}, []),
        (NEW_CLIENT, {"has_met": False, "client_since": ago(179)}, ["not-met", "first-sale-only"]),
        (REFERRED, {"said_no_on": ago(364)}, ["said-no"]),
        (REFERRED, {"said_no_on": ago(365)}, []),
        (PARTNER, {"is_competitor": True}, ["competitor"]),
        (NOBODY, {}, ["no-basis"]),
        (NOBODY, {"intros_from": 1}, []),
        (NOBODY, {"favors_for": 1}, []),
        (NOBODY, {"engagements": 1}, []),
        (COLLEAGUE, {}, []),
        (COLLEAGUE, {"rapport": Rapport(300, "cooling")}, ["no-basis"]),
        (NEW_CLIENT, {}, ["first-sale-only"]),
        (NEW_CLIENT, {"bases": (Basis.CLIENT, Basis.FRIEND)}, []),
        (NEW_CLIENT, {"bases": (Basis.CLIENT, Basis.PARTNER)}, []),
        (NEW_CLIENT, {"bases": (Basis.CLIENT, Basis.COLLEAGUE)}, []),
        (NEW_CLIENT, {"intros_from": 1}, []),
        (ONE_JOB, {"deliveries": ((ago(29), 10),)}, ["first-sale-only"]),
        (ONE_JOB, {"deliveries": ((ago(30), 8),)}, []),
        (ONE_JOB, {"deliveries": ((ago(30), 9),)}, []),
        (ONE_JOB, {"deliveries": ((ago(30), 7),)}, ["first-sale-only"]),
        (ONE_JOB, {"deliveries": ((ago(180), None),), "client_since": None}, []),
        (ONE_JOB, {"deliveries": ((ago(179), None),), "client_since": None}, ["first-sale-only"]),
        (ONE_JOB, {"deliveries": ((ago(40), 7), (ago(11), 7))}, ["first-sale-only"]),
        (ONE_JOB, {"deliveries": ((ago(40), 7), (ago(10), 7))}, []),
        (READY, {"poor_work": PoorWork(7, None)}, ["poor-work"]),
        (READY, {"poor_work": PoorWork(None, 8)}, ["poor-work"]),
        (READY, {"poor_work": PoorWork(None, None)}, ["poor-work"]),
        (READY, {"thanks_due": TODAY}, ["owed-thanks"]),
        (READY, {"thanks_due": ago(-1)}, []),
        (READY, {"has_open_ask": True}, ["open-ask"]),
        (READY, {"last_intro_made": ago(89)}, ["cooling-off"]),
        (READY, {"last_intro_made": ago(90)}, []),
        (PARTNER, {"last_intro_made": ago(29)}, ["cooling-off"]),
        (PARTNER, {"last_intro_made": ago(30)}, []),
        (READY, {"last_no": ago(59)}, ["cooling-off"]),
        (READY, {"last_no": ago(60)}, []),
        (READY, {"later_on": ago(10), "later_until": ago(-1)}, ["cooling-off"]),
        (READY, {"later_on": ago(10), "later_until": TODAY}, []),
        (READY, {"later_on": ago(59)}, ["cooling-off"]),
        (READY, {"bad_intro": BadIntro(3, None)}, ["bad-intro"]),
        (READY, {"bad_intro": BadIntro(3, 9)}, ["bad-intro"]),
        (COLD, {}, ["no-rapport"]),
        (COLD, {"last_between": ago(181)}, ["no-rapport"]),
        (COLD, {"last_between": ago(180)}, []),
        (COLD, {"deliveries": ((ago(399), None),)}, []),
        (COLD, {"deliveries": ((ago(400), None),)}, ["no-rapport"]),
        (COLD, {"last_interaction": None, "last_between": None}, []),
        (COLD, {"last_interaction": None, "deliveries": ((ago(1094), 9),)}, []),
        (COLD, {"last_interaction": None, "deliveries": ((ago(1095), 9),)}, ["no-rapport"]),
        (COLD, {"bases": (Basis.FAMILY,)}, []),
        (COLD, {"bases": (Basis.PARTNER,), "last_interaction": None}, []),
        (READY, {"given": 4}, ["taker"]),
        (READY, {"given": 4, "came_back": 1}, []),
        (READY, {"given": 3}, []),
        (FRIEND, {"given": 9}, []),
    ],
)
def test_gates(who: Standing, change: dict[str, object], codes: list[str]) -> None:
    found = blockers(who._replace(**change), TODAY, NUMBERS)  # type: ignore[arg-type]
    assert [b.code for b in found] == codes
    assert all(b.fix.startswith("refcli ") or b.code == "deceased" for b in found)
    assert not any("--basis" in b.fix for b in found)


def test_a_competitor_may_be_asked_for_other_things() -> None:
    who = PARTNER._replace(is_competitor=True)
    assert blockers(who, TODAY, NUMBERS, TargetKind.SPEAKING) == ()


def test_each_gate_names_the_follow_up_that_opens_it() -> None:
    [repair] = blockers(READY._replace(poor_work=PoorWork(7, None)), TODAY, NUMBERS)
    [check] = blockers(READY._replace(poor_work=PoorWork(None, 8)), TODAY, NUMBERS)
    [bad] = blockers(READY._replace(bad_intro=BadIntro(3, None)), TODAY, NUMBERS)
    [asked] = blockers(READY._replace(bad_intro=BadIntro(3, 9)), TODAY, NUMBERS)
    assert (repair.fix, check.fix) == ("refcli done 7", "refcli done 8 --answer yes")
    assert (bad.fix, asked.fix) == ("refcli intro repaired 3", "refcli done 9 --answer yes")


def test_the_day_on_which_it_opens() -> None:
    who = READY._replace(last_no=ago(10), last_intro_made=ago(10))
    assert cooling_until(who, NUMBERS) == ago(-80)


STANDINGS = st.builds(
    Standing,
    name=st.just("Anna"),
    bases=st.lists(st.sampled_from(Basis), min_size=1, max_size=3, unique=True).map(tuple),
    status=st.just(ContactStatus.ACTIVE),
    status_until=st.none(),
    rapport=st.builds(
        Rapport, st.none() | st.integers(1, 10**6), st.sampled_from(["close", "warm", "cold"])
    ),
    last_interaction=st.none() | st.integers(0, 900).map(ago),
    client_since=st.none() | st.integers(0, 900).map(ago),
    deliveries=st.lists(
        st.tuples(st.integers(0, 900).map(ago), st.none() | st.integers(0, 10)), max_size=4
    ).map(tuple),
    outcomes=st.lists(
        st.tuples(st.integers(0, 900).map(ago), st.booleans(), st.booleans()), max_size=6
    ).map(tuple),
    mine=st.integers(0, 9),
    theirs=st.integers(0, 9),
    own_intro=st.none() | st.sampled_from(OwnIntro),
    ongoing_since=st.none() | st.integers(0, 900).map(ago),
    praised_on=st.none() | st.integers(0, 1200).map(ago),
    soured=st.none() | st.builds(Soured, st.integers(0, 500).map(ago), st.booleans()),
)


POINTS = st.fixed_dictionaries({name: st.integers(0, 100) for name in DEFAULT_POINTS})
FITS = st.none() | st.builds(TargetFit, st.floats(0, 1), st.just("clinics"))


UNDECIDED = Standing(
    name="Anna",
    bases=(Basis.REFERRED,),
    status=ContactStatus.ACTIVE,
    status_until=None,
    rapport=Rapport(None, "cold"),
    last_interaction=None,
    client_since=None,
    deliveries=(),
    outcomes=(),
    own_intro=OwnIntro.OPEN,
)


@given(STANDINGS, POINTS, FITS)
@example(UNDECIDED, dict.fromkeys(DEFAULT_POINTS, 0) | {"basis-other": 1}, None)
def test_at_a_glance_no_score_is_underrated(
    who: Standing, points: dict[str, int], fit: TargetFit | None
) -> None:
    if Basis.CLIENT not in who.bases:
        who = who._replace(client_since=None)
    seen = Glimpse(
        who.bases,
        who.rapport.days,
        has_work=bool(who.deliveries or who.ongoing_since),
        has_introduced=bool(who.outcomes),
        has_exchanged_favors=bool(who.mine or who.theirs),
        has_praised=who.praised_on is not None,
    )
    most = most_possible(seen, points, with_target=fit is not None)
    assert score(who, TODAY, fit=fit, points=points, numbers=NUMBERS).total <= most + 1e-9


@given(STANDINGS)
def test_terms_add_up_and_the_score_is_bounded(who: Standing) -> None:
    found = scored(who)
    assert 0 <= found.total <= 100
    assert round(sum(term.points for term in found.terms), 1) == found.total


def test_a_contact_without_a_log_ranks_by_basis() -> None:
    bare = READY._replace(
        rapport=Rapport(None, "cold"), deliveries=(), engagements=0, last_interaction=None
    )
    totals = {basis: scored(bare._replace(bases=(basis,))).total for basis in Basis}
    assert totals[Basis.REFERRED] == totals[Basis.PARTNER] == 20
    assert totals[Basis.FRIEND] == totals[Basis.FAMILY] == 18
    assert (totals[Basis.CLIENT], totals[Basis.COLLEAGUE], totals[Basis.OTHER]) == (12, 8, 4)


DECIDING: dict[str, object] = {
    "bases": (Basis.REFERRED,),
    "own_intro": OwnIntro.OPEN,
    "deliveries": (),
}


@pytest.mark.parametrize(
    ("change", "code", "points"),
    [
        ({"rapport": Rapport(7, "close")}, "rapport", 40),
        ({"rapport": Rapport(1, "close")}, "rapport", 40),
        ({"rapport": Rapport(365, "cooling")}, "rapport", 0),
        ({"rapport": Rapport(7, "close"), **DECIDING}, "rapport", 7),
        ({}, "basis", 25),
        (DECIDING, "basis", 4),
        ({**DECIDING, "own_intro": OwnIntro.LOST}, "basis", 4),
        ({"own_intro": OwnIntro.OPEN}, "basis", 25),
        ({"bases": (Basis.CLIENT, Basis.FRIEND), "deliveries": ()}, "basis", 18),
        ({"deliveries": ((ago(700), 9),)}, "basis", 18),
        ({"deliveries": ((ago(731), 9),)}, "basis", 12),
        ({"deliveries": ((ago(90), 7), (ago(8), 7))}, "basis", 12),
        ({"deliveries": ((ago(90), 7), (ago(8), 8))}, "basis", 25),
        ({"deliveries": ((ago(90), None), (ago(8), None))}, "basis", 25),
        ({"deliveries": ((ago(20), None), (ago(8), None))}, "basis", 12),
        ({"deliveries": (), "ongoing_since": ago(365)}, "basis", 25),
        ({"deliveries": (), "ongoing_since": ago(364)}, "basis", 12),
        ({"deliveries": (), "outcomes": ((ago(9), True, True),) * 2}, "basis", 25),
        ({}, "work", 7),
        ({"deliveries": ((ago(90), 8), (ago(8), 8))}, "work", 4),
        ({"deliveries": ((ago(90), 7), (ago(8), 7))}, "work", None),
        ({"mine": 2}, "reciprocity", 6),
        ({"mine": 5}, "reciprocity", 6),
        ({"mine": 1, "theirs": 1}, "reciprocity", 3),
        ({"mine": 2, "theirs": 1}, "reciprocity", 6),
        ({"theirs": 5}, "reciprocity", 10),
        ({"praised_on": ago(365)}, "praise", 8),
        ({"praised_on": ago(366)}, "praise", 5),
        ({"praised_on": ago(1096)}, "praise", None),
        ({"soured": Soured(ago(364), has_lapsed=True)}, "last-ask", -10),
        ({"soured": Soured(ago(364), has_lapsed=False)}, "last-ask", -10),
        ({"soured": Soured(ago(365), has_lapsed=False)}, "last-ask", None),
        ({"outcomes": ((TODAY, False, False),)}, "track-record", -1.0),
        ({"outcomes": ((TODAY, True, True),)}, "track-record", 11.3),
        ({"outcomes": ((TODAY, True, True),) * 2}, "track-record", 15),
    ],
)
def test_terms(change: dict[str, object], code: str, points: float | None) -> None:
    terms = {t.code: t.points for t in scored(READY._replace(**change)).terms}  # type: ignore[arg-type]
    assert terms.get(code) == points


def test_source_quality_is_two_posteriors() -> None:
    assert source_quality((), TODAY).mean == 0.25
    one = source_quality(((TODAY, True, False),), TODAY)
    assert one.mean == pytest.approx((2 / 5 + 1 / 5) / 2)
    old = source_quality(((ago(365), True, False),), TODAY)
    assert old.mean == pytest.approx((1.5 / 4.5 + 1 / 4.5) / 2)


@given(st.integers(1, 10**5), st.integers(1, 10**5))
def test_more_rapport_is_never_less_points(a: int, b: int) -> None:
    if a <= b:
        assert rapport_points(a, 40) >= rapport_points(b, 40)


# --- the chance of a yes --------------------------------------------------------------------------


def test_beta_against_closed_forms() -> None:
    assert beta_cdf(0.3, 1, 1) == pytest.approx(0.3)
    assert beta_cdf(0.3, 3, 1) == pytest.approx(0.027)
    assert beta_cdf(0.5, 7.3, 7.3) == pytest.approx(0.5)
    assert beta_quantile(0.1, 1, 1) == pytest.approx(0.1)
    assert (beta_cdf(0, 2, 3), beta_cdf(1, 2, 3)) == (0, 1)


@given(st.floats(0.05, 40), st.floats(0.05, 40), st.floats(0.01, 0.99))
def test_quantiles_are_the_inverse(a: float, b: float, share: float) -> None:
    value = beta_quantile(share, a, b)
    if 1e-9 < value < 1 - 1e-9:
        # Near 1 with a small b the curve is so steep that the value's last digits show.
        assert beta_cdf(value, a, b) == pytest.approx(share, abs=1e-5)


def guessed(basis: str, days: int | None, outcomes: tuple[Outcome, ...], *, lapsed: bool) -> Chance:
    return chance(basis, days, outcomes, last_ask_lapsed=lapsed, percent=DEFAULT_PERCENT)


@pytest.mark.parametrize(("basis", "percent"), [("client", 45), ("friend", 35), ("other", 20)])
def test_without_a_record_it_is_a_guess(basis: str, percent: int) -> None:
    found = guessed(basis, 60, (), lapsed=False)
    assert (round(found.mean * 100), found.n, found.guess) == (percent, 0, True)
    assert found.low < found.mean < found.high


def test_the_own_record_moves_it() -> None:
    yes, no = Outcome("client", yes=True), Outcome("client", yes=False)
    base = guessed("client", 60, (), lapsed=False).mean
    assert guessed("client", 60, (yes,) * 6, lapsed=False).mean > base
    worse = guessed("client", 60, (no,) * 6, lapsed=False)
    assert worse.mean < base
    assert (worse.n, worse.yeses, worse.guess) == (6, 0, False)
    others = guessed("friend", 60, (no,) * 6, lapsed=False)
    assert others.mean < guessed("friend", 60, (), lapsed=False).mean
    assert others.n == 0


def test_the_formula_by_hand() -> None:
    outcomes = (Outcome("client", yes=True), Outcome("kin", yes=False))
    factor = (1 + 4) / (0.45 + 0.35 + 4)
    m = 1 - (1 - 0.45) / factor
    expected = (8 * m + 1) / (8 + 1)
    assert guessed("client", 60, outcomes, lapsed=False).mean == pytest.approx(expected, abs=5e-4)
    odds = 0.45 / 0.55 * 1.5 * 0.5
    assert guessed("client", 30, (), lapsed=True).mean == pytest.approx(odds / (1 + odds), abs=5e-4)


OUTCOMES = st.lists(
    st.builds(Outcome, st.sampled_from(sorted(DEFAULT_PERCENT)), st.booleans()), max_size=30
).map(tuple)


@given(st.sampled_from(Basis), st.none() | st.integers(1, 2000), OUTCOMES, st.booleans())
def test_a_chance_is_a_chance(
    basis: Basis, days: int | None, outcomes: tuple[Outcome, ...], lapsed: bool
) -> None:
    found = guessed(basis, days, outcomes, lapsed=lapsed)
    assert 0 <= found.low <= found.high <= 1
    assert 0 < found.mean < 1


def test_which_asks_have_an_outcome() -> None:
    answers = [Answered(state, "client", TODAY, None) for state in AskState]
    assert sorted(o.yes for o in outcomes_of(answers)) == [False, False, False, True]


# --- how likely they know such people -------------------------------------------------------------

DENTAL = Target(
    1, "dental", TargetKind.CLIENT, "dental practices", "retire", None, "we are full", None
)


@pytest.mark.parametrize(
    ("background", "share"),
    [
        (Background((), (), ()), 0),
        (Background(("dentistry", "", ""), (), ()), 0.5),
        (Background((), ("Berger Dental",), ()), 0.3),
        (Background((), (), ("retiring next year",)), 0.2),
        (Background(("Dental Care",), ("Dentist Vos",), ("dentists who retire",)), 1.0),
        (Background(("the bakery",), ("we",), ("who are our",)), 0),
    ],
)
def test_target_fit(background: Background, share: float) -> None:
    assert target_fit(DENTAL, background).share == pytest.approx(share)


def test_stems() -> None:
    assert stems(("Retailers", "retail")) == {"retail"}
    assert stems(("the of and",)) == frozenset()


@pytest.mark.parametrize(("days", "mean"), [(1, 0.551), (30, 0.551), (31, 0.45), (90, 0.45)])
def test_who_is_met_often_says_yes_more_often(days: int, mean: float) -> None:
    found = chance("client", days, (), last_ask_lapsed=False, percent=DEFAULT_PERCENT)
    assert found.mean == mean
