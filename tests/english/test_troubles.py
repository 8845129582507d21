"""What somebody has is not looked for: the words say that they have it."""

import pytest

from refcli.domain.english.need_frames import clause_of, help_offered, need_told
from refcli.domain.english.needs import NeedSort, need_of


@pytest.mark.parametrize(
    ("typed", "had"),
    [
        ("a lease dispute", "a lease dispute"),
        ("lease dispute", "a lease dispute"),
        ("back pain", "back pain"),
        ("rent arrears", "rent arrears"),
        ("problems with the landlord", "problems with the landlord"),
        ("a leaking roof", "a leaking roof"),
        ("late payers", "late payers"),
        ("vacancies", "vacancies"),
        ("a bad back", "a bad back"),
    ],
)
def test_a_trouble_is_had(typed: str, had: str) -> None:
    need = need_of(typed)
    assert need is not None
    assert need.sort is NeedSort.TROUBLE
    assert clause_of(need, is_plural=False) == f"has {had}"
    assert clause_of(need, is_plural=True) == f"have {had}"
    assert need_told(need, "Sean", is_plural=False) == f"Sean has {had}."
    assert help_offered(need, "Eva") == f"I know somebody who may help you with {had}: Eva."


@pytest.mark.parametrize(
    ("typed", "sort", "told"),
    [
        ("fix a leak", NeedSort.ACTION, "Sean would like to fix a leak."),
        ("solve problems", NeedSort.ACTION, "Sean would like to solve problems."),
        ("complaint handling", NeedSort.THING, "Sean needs complaint handling."),
        (
            "a dispute resolution service",
            NeedSort.THING,
            "Sean needs a dispute resolution service.",
        ),
        ("his lease dispute", NeedSort.THING, "Sean would like help with his lease dispute."),
        ("employment law", NeedSort.THING, "Sean needs help with employment law."),
        ("inheritance tax", NeedSort.THING, "Sean needs help with inheritance tax."),
        ("a tax return", NeedSort.THING, "Sean needs a tax return."),
        ("he has a tax audit", NeedSort.CLAUSE, "Sean has a tax audit."),
        ("they need a bigger flat", NeedSort.CLAUSE, "Sean needs a bigger flat."),
        ("she's looking for a flat", NeedSort.CLAUSE, "Sean is looking for a flat."),
    ],
)
def test_what_is_no_trouble_is_told_by_its_kind(typed: str, sort: NeedSort, told: str) -> None:
    need = need_of(typed)
    assert need is not None
    assert need.sort is sort
    assert need_told(need, "Sean", is_plural=False) == told


@pytest.mark.parametrize(
    ("typed", "told", "clause"),
    [
        ("no heating", "Sean has no heating.", "has no heating"),
        ("too much work", "Sean has too much work.", "has too much work"),
        ("being sued", "Sean is being sued.", "is being sued"),
        ("losing his job", "Sean is losing his job.", "is losing his job"),
        (
            "losing weight",
            "Sean would like help with losing weight.",
            "is thinking of losing weight",
        ),
        ("getting divorced", "Sean is getting divorced.", "is getting divorced"),
        (
            "death of her father",
            "Sean is coping with the death of her father.",
            "is coping with the death of her father",
        ),
        ("mum in care", "Sean has a mum in care.", "has a mum in care"),
        ("elderly parents", "Sean has elderly parents.", "has elderly parents"),
        (
            "elderly parents care",
            "Sean needs elderly parents care.",
            "is looking for elderly parents care",
        ),
        ("a stalker", "Sean has a stalker.", "has a stalker"),
        ("cancer insurance", "Sean needs cancer insurance.", "is looking for cancer insurance"),
        ("an illness", "Sean has an illness.", "has an illness"),
        ("no longer wants the flat", "Sean no longer wants the flat.", "no longer wants the flat"),
    ],
)
def test_how_it_is_with_somebody_is_not_looked_for(typed: str, told: str, clause: str) -> None:
    need = need_of(typed)
    assert need is not None
    assert need_told(need, "Sean", is_plural=False) == told
    assert clause_of(need, is_plural=False) == clause


def test_help_is_offered_to_whom_it_befell() -> None:
    need = need_of("losing his job")
    assert need is not None
    assert help_offered(need, "Eva").startswith("As you are losing your job, ")
