"""Score, chance and gates: properties and tables."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.domain.asks import Answered, AskState, Target, TargetKind
from refcli.domain.beta import beta_cdf, beta_quantile
from refcli.domain.chance import DEFAULT_PERCENT, Chance, Outcome, chance, outcomes_of
from refcli.domain.contacts import Basis, ContactStatus, Rapport
from refcli.domain.fit import Background, stems, target_fit
from refcli.domain.readiness import GateNumbers, Standing, blockers, cooling_until
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

TODAY = dt.date(2026, 11, 20)
NUMBERS = GateNumbers()


def ago(days: int) -> dt.date:
    return TODAY - dt.timedelta(days=days)


def scored(who: Standing) -> Score:
    return score(who, TODAY, points=DEFAULT_POINTS, numbers=NUMBERS)


READY = Standing(
    name="Anna",
    basis=Basis.CLIENT,
    status=ContactStatus.ACTIVE,
    status_until=None,
    rapport=Rapport(40, "close"),
    last_interaction=ago(10),
    deliveries=((ago(400), 9), (ago(100), 10)),
    engagements=2,
)


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({}, []),
        ({"status": ContactStatus.DROPPED}, ["dropped"]),
        ({"status": ContactStatus.RESTING, "status_until": ago(-1)}, ["resting"]),
        ({"status": ContactStatus.RESTING, "status_until": TODAY}, []),
        ({"basis": Basis.OTHER, "deliveries": (), "engagements": 0}, ["no-basis"]),
        ({"basis": Basis.OTHER, "deliveries": (), "engagements": 0, "intros_from": 1}, []),
        ({"basis": Basis.OTHER, "deliveries": (), "engagements": 0, "favors_for": 1}, []),
        ({"basis": Basis.COLLEAGUE, "deliveries": (), "engagements": 0}, []),
        (
            {
                "basis": Basis.COLLEAGUE,
                "deliveries": (),
                "engagements": 0,
                "rapport": Rapport(300, "cooling"),
            },
            ["no-basis"],
        ),
        ({"deliveries": ((ago(10), 7),)}, ["first-sale-only"]),
        ({"deliveries": ((ago(10), 9),)}, []),
        ({"deliveries": ((ago(180), None),)}, []),
        ({"deliveries": ((ago(179), None),)}, ["first-sale-only"]),
        ({"deliveries": (), "engagements": 0}, ["first-sale-only"]),
        ({"deliveries": (), "engagements": 0, "client_since": ago(180)}, []),
        ({"deliveries": (), "engagements": 0, "client_since": ago(179)}, ["first-sale-only"]),
        ({"basis": Basis.FRIEND, "deliveries": ((ago(10), 7),)}, []),
        ({"basis": Basis.REFERRED, "deliveries": (), "engagements": 0}, []),
        ({"poor_work_open": True}, ["poor-work"]),
        ({"thanks_due": TODAY}, ["owed-thanks"]),
        ({"thanks_due": ago(-1)}, []),
        ({"has_open_ask": True}, ["open-ask"]),
        ({"last_intro_made": ago(89)}, ["cooling-off"]),
        ({"last_intro_made": ago(90)}, []),
        ({"last_no": ago(59)}, ["cooling-off"]),
        ({"last_no": ago(60)}, []),
        ({"later_on": ago(10), "later_until": ago(-1)}, ["cooling-off"]),
        ({"later_on": ago(10), "later_until": TODAY}, []),
        ({"later_on": ago(59)}, ["cooling-off"]),
        ({"in_bad_intro": True}, ["bad-intro"]),
        ({"rapport": Rapport(900, "cold"), "last_interaction": ago(181)}, ["no-rapport"]),
        ({"rapport": Rapport(900, "cold"), "last_interaction": ago(180)}, []),
        ({"rapport": Rapport(900, "cold"), "last_interaction": None}, []),
        (
            {
                "basis": Basis.FAMILY,
                "rapport": Rapport(900, "cold"),
                "last_interaction": ago(400),
            },
            [],
        ),
        (
            {
                "basis": Basis.OTHER,
                "rapport": Rapport(None, "cold"),
                "last_interaction": None,
                "intros_from": 1,
            },
            ["no-rapport"],
        ),
        ({"given": 3}, ["taker"]),
        ({"given": 3, "came_back": 1}, []),
        ({"given": 2}, []),
    ],
)
def test_gates(change: dict[str, object], codes: list[str]) -> None:
    found = blockers(READY._replace(**change), TODAY, NUMBERS)  # type: ignore[arg-type]
    assert [b.code for b in found] == codes
    assert all(b.fix.startswith("refcli ") for b in found)


def test_the_day_on_which_it_opens() -> None:
    who = READY._replace(last_no=ago(10), last_intro_made=ago(10))
    assert cooling_until(who, NUMBERS) == ago(-80)


STANDINGS = st.builds(
    Standing,
    name=st.just("Anna"),
    basis=st.sampled_from(Basis),
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
    ahead=st.integers(-9, 9),
    last_ask_lapsed=st.booleans(),
)


POINTS = st.fixed_dictionaries({name: st.integers(0, 100) for name in DEFAULT_POINTS})
FITS = st.none() | st.builds(TargetFit, st.floats(0, 1), st.just("clinics"))


@given(STANDINGS, POINTS, FITS)
def test_at_a_glance_no_score_is_underrated(
    who: Standing, points: dict[str, int], fit: TargetFit | None
) -> None:
    if who.basis is not Basis.CLIENT:
        who = who._replace(client_since=None)
    seen = Glimpse(
        who.basis, who.rapport.days, bool(who.deliveries), bool(who.outcomes), who.ahead > 0
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
    totals = {basis: scored(bare._replace(basis=basis)).total for basis in Basis}
    assert totals[Basis.REFERRED] == totals[Basis.PARTNER] == 20
    assert totals[Basis.FRIEND] == totals[Basis.FAMILY] == 18
    assert (totals[Basis.CLIENT], totals[Basis.COLLEAGUE], totals[Basis.OTHER]) == (12, 8, 4)


@pytest.mark.parametrize(
    ("change", "code", "points"),
    [
        ({"rapport": Rapport(7, "close")}, "rapport", 40),
        ({"rapport": Rapport(1, "close")}, "rapport", 40),
        ({"rapport": Rapport(365, "cooling")}, "rapport", 0),
        ({}, "basis", 25),
        ({}, "work", 7),
        ({"deliveries": ((ago(9), 8), (ago(8), 8))}, "work", 4),
        ({"deliveries": ((ago(9), 7), (ago(8), 7))}, "work", None),
        ({"ahead": 2}, "reciprocity", 6),
        ({"ahead": 5}, "reciprocity", 10),
        ({"ahead": -5}, "reciprocity", -10),
        ({"last_ask_lapsed": True}, "last-ask", -10),
        ({"outcomes": ((TODAY, False, False),)}, "track-record", -0.6),
        ({"outcomes": ((TODAY, True, True),)}, "track-record", 1.7),
    ],
)
def test_terms(change: dict[str, object], code: str, points: float | None) -> None:
    terms = {t.code: t.points for t in scored(READY._replace(**change)).terms}  # type: ignore[arg-type]
    assert terms.get(code) == points


def test_source_quality_is_two_posteriors() -> None:
    assert source_quality((), TODAY).mean == 0.25
    one = source_quality(((TODAY, True, False),), TODAY)
    assert one.mean == pytest.approx((3 / 9 + 2 / 9) / 2)
    old = source_quality(((ago(365), True, False),), TODAY)
    assert old.mean == pytest.approx((2.5 / 8.5 + 2 / 8.5) / 2)


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
