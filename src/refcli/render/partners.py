"""Partners as JSON, table and card."""

import html
from collections.abc import Sequence

from refcli.domain.partners import PARTNER_LABELS, Partner, PartnerField, Stage, Suggestion
from refcli.domain.typed import typed
from refcli.render.layout import Column, Section, Sheet, Table
from refcli.render.markdown import escaped
from refcli.render.output import Json
from refcli.render.page import page


def partner_json(partner: Partner) -> Json:
    """As `partner list --json` has it."""
    return {
        "contact": {"id": partner.contact.id, "name": partner.contact.name},
        "stage": partner.stage,
        "services": partner.texts.get(PartnerField.SERVICES),
        "good_referral": partner.texts.get(PartnerField.GOOD_REFERRAL),
        "story": partner.texts.get(PartnerField.STORY),
        "differs": partner.texts.get(PartnerField.DIFFERS),
        "tell": partner.texts.get(PartnerField.TELL),
        "listen_for": partner.texts.get(PartnerField.LISTEN_FOR),
        "serves": partner.texts.get(PartnerField.SERVES),
        "competitor": partner.competitor,
        "given": partner.given,
        "called_in_time": partner.called_in_time,
        "bad": partner.bad,
    }


def partners_table(partners: Sequence[Partner]) -> Table:
    """Partners by stage, and what is known of each."""
    columns = (
        Column("stage"),
        Column("partner", style="name"),
        Column("does", flexible=True),
        Column("a good referral", flexible=True),
        Column("called in time", right=True),
        Column("to ask", right=True, style="dim"),
    )
    rows = tuple(
        (
            p.stage.value,
            p.contact.name,
            p.texts.get(PartnerField.SERVICES, ""),
            p.texts.get(PartnerField.GOOD_REFERRAL, ""),
            _called(p),
            str(len(p.unanswered)) if p.unanswered else "",
        )
        for p in partners
    )
    return Table(columns, rows, "no partners yet; see who could be: refcli partner suggest")


def _called(partner: Partner) -> str:
    """`2 of 3`, and how many went bad."""
    if not partner.given:
        return ""
    bad = f", {partner.bad} bad" if partner.bad else ""
    return f"{partner.called_in_time} of {partner.given}{bad}"


def funnel_line(partners: Sequence[Partner]) -> str:
    """`1 champion, 2 active, 1 met`."""
    counts = [(stage, sum(p.stage is stage for p in partners)) for stage in reversed(Stage)]
    return ", ".join(f"{count} {stage}" for stage, count in counts if count)


def partner_card(partner: Partner) -> Sheet:
    """One screen: what to say of them, whom to send them, and what is still to ask."""
    sections = tuple(
        Section(label, tuple(partner.texts[field].split("\n")))
        if partner.texts.get(field)
        else Section(label, (typed("ask them: refcli partner interview {}", partner.contact),))
        for field, label in PARTNER_LABELS.items()
    )
    how = "set by hand" if partner.override else "from what happened"
    fields: tuple[tuple[str, str], ...] = (("stage", f"{partner.stage}, {how}"),)
    if partner.competitor:
        fields += (("note", "a competitor"),)
    return Sheet(partner.contact.name, fields, sections)


def partner_markdown(partner: Partner) -> str:
    """The card as Markdown, with what is known only."""
    lines = [f"# {escaped(partner.contact.name)}"]
    for field, label in PARTNER_LABELS.items():
        if partner.texts.get(field):
            lines += ["", f"## {label}", "", escaped(partner.texts[field])]
    return "\n".join(lines)


def partner_html(partner: Partner) -> str:
    """The card as a page, with what is known only."""
    sections = "\n".join(
        f"<section><h2>{label}</h2><p>{html.escape(partner.texts[field])}</p></section>"
        for field, label in PARTNER_LABELS.items()
        if partner.texts.get(field)
    )
    return page(partner.contact.name, "", sections)


def suggestions_table(suggestions: Sequence[Suggestion]) -> Table:
    """Who could become a partner, why, and the one command that begins it."""
    columns = (
        Column("contact", style="name"),
        Column("why", flexible=True),
        Column("begin", flexible=True, style="dim"),
    )
    rows = tuple(
        (s.contact.name, s.reason, typed("refcli partner interview {}", s.contact))
        for s in suggestions
    )
    hint = "nobody stands out; ask clients whom they admire: refcli contact add NAME --admired-by"
    return Table(columns, rows, hint)
