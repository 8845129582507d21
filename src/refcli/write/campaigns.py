"""Campaigns: begun and ended; one runs at a time."""

import datetime as dt

from refcli.domain.text import clean_line, fold
from refcli.errors import Refused, UsageError
from refcli.read.campaigns import running_campaign
from refcli.write.session import Writing
from refcli.write.tables.campaign import CampaignRow


def start_campaign(
    work: Writing,
    name: str,
    until: dt.date,
    *,
    theme: str | None = None,
    offer: str | None = None,
    goal: int | None = None,
) -> None:
    """Begin a campaign today; asks made while it runs belong to it."""
    label = clean_line(name)
    if not label:
        raise UsageError("a campaign needs a name")
    if until <= work.today:
        raise UsageError(f"a campaign ends on a day to come: {until.isoformat()}")
    known = running_campaign(work.connection, work.today)
    if known is not None:
        raise Refused(f"{known.name} runs until {known.until}", "end it: refcli campaign end")
    row = work.put(
        CampaignRow(
            name=label,
            name_key=fold(label),
            theme=clean_line(theme or "") or None,
            offer=clean_line(offer or "") or None,
            goal=goal,
            begins_on=work.today,
            until=until,
        )
    )
    work.say("campaign-begun", campaign=row.id, name=label, until=until)
    work.hint("campaign-next")


def end_campaign(work: Writing) -> str:
    """End the campaign that runs, and return its name."""
    known = running_campaign(work.connection, work.today)
    if known is None:
        raise Refused("no campaign runs", "begin one: refcli campaign start NAME --until WHEN")
    row = work.get(CampaignRow, known.id)
    if row is not None:
        row.ended_on = work.today
        work.put(row)
    work.say("campaign-ended", campaign=known.id, name=known.name)
    return known.name
