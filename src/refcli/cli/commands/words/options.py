"""What a template is for, as it is typed."""

from typing import Annotated

import typer

from refcli.domain.drafts.form import Form, Tone
from refcli.domain.drafts.template import Slot
from refcli.errors import UsageError

FormArgument = Annotated[Form, typer.Argument(metavar="FORM", help="What it is for: thank, ask …")]
ToneOption = Annotated[
    Tone | None,
    typer.Option("--tone", help="Of an ask: warm, plain or brief.", show_default=False),
]


def slot_of(form: Form, tone: Tone | None) -> Slot:
    """The slot; raises UsageError for the tone of what has none."""
    if form is not Form.ASK and tone is not None:
        raise UsageError(f"only an ask has tones, {form} has none", "leave --tone out")
    return Slot(form, (tone or Tone.PLAIN) if form is Form.ASK else None)
