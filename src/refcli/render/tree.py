"""The referral tree as JSON and lines."""

from refcli.domain.money import amount, money_text
from refcli.domain.text import shown
from refcli.domain.tree import Branch
from refcli.render.output import Json
from refcli.render.values import person_json


def branch_json(branch: Branch) -> Json:
    """A branch with everything below it."""
    return {
        "contact": person_json(branch.person),
        "state": branch.state or None,
        "value": amount(branch.value_cents or None),
        "total": amount(branch.total_cents),
        "branches": [branch_json(b) for b in branch.branches],
    }


def tree_lines(branches: tuple[Branch, ...], currency: str, *, lined: bool) -> list[str]:
    """A line a person; drawn with lines on a terminal, indented elsewhere."""
    lines: list[str] = []
    for branch in branches:
        lines.append(f"{shown(branch.person.name)}{_brought(branch, currency)}")
        lines += _below(branch.branches, currency, "", lined=lined)
    return lines


def _below(branches: tuple[Branch, ...], currency: str, indent: str, *, lined: bool) -> list[str]:
    lines: list[str] = []
    for number, branch in enumerate(branches, start=1):
        is_last = number == len(branches)
        turn = ("└─ " if is_last else "├─ ") if lined else "  "
        on = ("   " if is_last else "│  ") if lined else "  "
        won = f" {money_text(branch.value_cents, currency)}" if branch.value_cents else ""
        name = shown(branch.person.name)
        brought = _brought(branch, currency) if branch.branches else ""
        lines.append(f"{indent}{turn}{name}: {branch.state}{won}{brought}")
        lines += _below(branch.branches, currency, indent + on, lined=lined)
    return lines


def _brought(branch: Branch, currency: str) -> str:
    below = branch.total_cents - branch.value_cents
    return f", brought {money_text(below, currency)}" if below else ""
