"""Campaigns and what they brought, newest first."""

import datetime as dt
import sqlite3
from typing import NamedTuple

from refcli.domain.campaigns import Campaign, Offer
from refcli.read.rows import a_day, day, numbers, one_row, rows


class _CampaignRow(NamedTuple):
    id: int
    name: str
    theme: str | None
    offer: str | None
    goal: int | None
    begins_on: str
    until: str
    ended_on: str | None
    asks: int
    promised: int
    introduced: int
    won: int
    won_cents: int


# An introduction counts once, however many of the campaign's asks led to it.
_LED_TO = (
    "from intro i where i.id in (select p.intro_id from ask a"
    " join intro_party p on p.ask_id = a.id where a.campaign_id = k.id)"
)
_SELECT = f"""
    select k.id, k.name, k.theme, k.offer, k.goal, k.begins_on, k.until, k.ended_on,
        (select count(*) from ask a where a.campaign_id = k.id and a.state <> 'planned') as asks,
        (select count(*) from ask a where a.campaign_id = k.id
            and a.state in ('promised', 'introduced')) as promised,
        (select count(*) {_LED_TO} and i.made_on is not null) as introduced,
        (select count(*) {_LED_TO} and i.state = 'won') as won,
        (select coalesce(sum(i.value_cents), 0) {_LED_TO} and i.state = 'won') as won_cents
    from campaign k
"""
_NEWEST_FIRST = "order by k.begins_on desc, k.id desc"


def campaigns(connection: sqlite3.Connection) -> tuple[Campaign, ...]:
    """All campaigns; introductions count when they answer an ask of the campaign."""
    found = rows(connection, _CampaignRow, f"{_SELECT} {_NEWEST_FIRST}")
    return tuple(_campaign(row) for row in found)


def running_campaign(connection: sqlite3.Connection, on: dt.date) -> Campaign | None:
    """The campaign that runs on a day."""
    row = one_row(
        connection,
        _CampaignRow,
        f"{_SELECT} where k.begins_on <= :day and k.until >= :day"
        f" and (k.ended_on is null or k.ended_on > :day) {_NEWEST_FIRST} limit 1",
        {"day": on.isoformat()},
    )
    return None if row is None else _campaign(row)


def running_offer(connection: sqlite3.Connection, on: dt.date) -> Offer | None:
    """The offer of the campaign that runs on a day, where it has one."""
    campaign = running_campaign(connection, on)
    if campaign is None or not campaign.offer:
        return None
    return Offer(campaign.offer, campaign.until)


def campaign_target(connection: sqlite3.Connection, day: dt.date) -> int | None:
    """The target asked for last in the campaign that runs on a day."""
    campaign = running_campaign(connection, day)
    if campaign is None:
        return None
    found = numbers(
        connection,
        "select target_id from ask where campaign_id = :campaign and target_id is not null"
        " order by on_date desc, id desc limit 1",
        {"campaign": campaign.id},
    )
    return next(iter(found), None)


def _campaign(row: _CampaignRow) -> Campaign:
    return Campaign(
        id=row.id,
        name=row.name,
        theme=row.theme,
        offer=row.offer,
        goal=row.goal,
        begins=a_day(row.begins_on),
        until=a_day(row.until),
        ended=day(row.ended_on),
        asks=row.asks,
        promised=row.promised,
        introduced=row.introduced,
        won=row.won,
        won_cents=row.won_cents,
    )
