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
