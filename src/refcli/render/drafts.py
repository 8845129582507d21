"""Drafts as JSON."""

from typing import Any

from refcli.domain.drafts.draft import Draft


def draft_json(draft: Draft) -> dict[str, Any]:
    """A draft as commands.md has it."""
    return {
        "form": draft.form,
        "to": [person._asdict() for person in draft.to],
        "subject": draft.subject,
        "text": draft.text,
        "about": list(draft.about),
    }
