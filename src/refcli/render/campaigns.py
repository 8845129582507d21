"""Campaigns as JSON, sheet with a bar, and table."""

import datetime as dt
from collections.abc import Sequence

from refcli.domain.campaigns import Campaign, Offer
from refcli.domain.day_words import day_text
from refcli.domain.money import amount, money_text
from refcli.domain.text import plural
from refcli.render.charts import bar
from refcli.render.layout import Column, Section, Sheet, Table
from refcli.render.output import Json
from refcli.render.values import day_json


def campaign_json(campaign: Campaign, today: dt.date) -> Json:
    """As `campaign show --json` has it."""
    return {
        "id": campaign.id,
        "name": campaign.name,
        "theme": campaign.theme,
        "offer": campaign.offer,
        "goal": campaign.goal,
        "begins": campaign.begins.isoformat(),
        "until": campaign.until.isoformat(),
        "ended": day_json(campaign.ended),
        "running": campaign.is_running(today),
        "asks": campaign.asks,
        "promised": campaign.promised,
        "introduced": campaign.introduced,
        "won": campaign.won,
        "value": amount(campaign.won_cents),
    }


def campaign_sheet(campaign: Campaign, today: dt.date, currency: str) -> Sheet:
    """How it goes, or what it brought."""
    days = (campaign.until - today).days
    left = f", {plural(days, 'day')} left" if campaign.is_running(today) and days > 0 else ""
    goal = "" if not campaign.goal else f"{campaign.asks} of {campaign.goal} asks"
    pairs = (
        ("runs", f"{day_text(campaign.begins, today)} to {day_text(campaign.until, today)}{left}"),
        ("ended", "" if campaign.ended is None else day_text(campaign.ended, today)),
        ("theme", campaign.theme or ""),
        ("offer", campaign.offer or ""),
        ("goal", goal),
        ("", "" if campaign.share is None else f"{bar(campaign.share)} {campaign.share:.0%}"),
    )
    brought = (
        plural(campaign.asks, "ask"),
        f"{campaign.promised} promised",
        plural(campaign.introduced, "introduction"),
        f"{campaign.won} won, {money_text(campaign.won_cents, currency)}",
    )
    title = "So far" if campaign.is_running(today) else "What it brought"
    fields = tuple((label, value) for label, value in pairs if value)
    return Sheet(campaign.name, fields, (Section(title, brought),))


def campaigns_table(campaigns: Sequence[Campaign], today: dt.date) -> Table:
    """Campaigns with what each brought."""
    columns = (
        Column("campaign", style="name", flexible=True),
        Column("from"),
        Column("until"),
        Column("asks", right=True),
        Column("introduced", right=True),
        Column("won", right=True),
    )
    rows = tuple(
        (
            c.name + (" (runs)" if c.is_running(today) else ""),
            day_text(c.begins, today),
            day_text(c.ended or c.until, today),
            str(c.asks) + (f"/{c.goal}" if c.goal else ""),
            str(c.introduced),
            str(c.won),
        )
        for c in campaigns
    )
    return Table(columns, rows, "no campaigns yet; begin: refcli campaign start NAME --until WHEN")


def offer_json(offer: Offer | None) -> Json | None:
    """As `kit show --json` and `prep --json` have it; null when none runs."""
    return None if offer is None else {"text": offer.text, "until": offer.until.isoformat()}


def offer_line(offer: Offer, today: dt.date) -> str:
    """`your offer until Fri 18 Dec: a free first check`."""
    return f"your offer until {day_text(offer.until, today)}: {offer.text}"
