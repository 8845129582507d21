"""Partner profiles, set or asked for."""

from collections.abc import Mapping

from sqlmodel import select

from refcli.domain.contacts import Basis
from refcli.domain.partners import PartnerField, Stage
from refcli.domain.text import clean_text
from refcli.write.contacts import contact_row
from refcli.write.session import Writing
from refcli.write.tables.partner import PartnerRow


def set_partner(
    work: Writing,
    contact_id: int,
    texts: Mapping[PartnerField, str],
    *,
    stage: Stage | None = None,
    competitor: bool | None = None,
    interviewed: bool = False,
) -> None:
    """Note what was told of a partner; an empty text clears, `other` becomes `partner`."""
    who = contact_row(work, contact_id)
    row = work.first(select(PartnerRow).where(PartnerRow.contact_id == contact_id)) or PartnerRow(
        contact_id=contact_id
    )
    for field, text in texts.items():
        setattr(row, field.value, clean_text(text) or None)
    row.stage = stage or row.stage
    row.competitor = row.competitor if competitor is None else competitor
    row.interviewed_on = work.today if interviewed else row.interviewed_on
    work.put(row)
    if who.basis == Basis.OTHER and not row.competitor:
        who.basis = Basis.PARTNER
        work.put(who)
    work.say("partner-noted", contact=contact_id, name=who.name)
