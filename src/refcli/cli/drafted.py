"""A draft on the screen."""

from collections.abc import Mapping

from refcli.cli.frame.context import App
from refcli.domain.drafts.draft import Draft


def show_draft(
    app: App, draft: Draft, shape: Mapping[str, object] | None = None, indent: str = ""
) -> None:
    """The text, or a shape of it as JSON; and why a template of the user's own did not do."""
    if shape is not None:
        app.output.json(dict(shape))
    else:
        app.output.paragraphs(draft.text, indent)
    if draft.problem:
        app.output.note(draft.problem)
