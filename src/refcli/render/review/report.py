"""What a review on paper is made of."""

import datetime as dt
from typing import NamedTuple

from refcli.domain.day_words import day_text
from refcli.domain.review.funnel import Funnel
from refcli.domain.review.whole import Review
from refcli.domain.tree import Branch
from refcli.render.review.as_text import share_text, span_text


class Report(NamedTuple):
    """A review with its referral tree, on the day it was written; `owner` may be empty."""

    review: Review
    trees: tuple[Branch, ...]
    today: dt.date
    currency: str
    owner: str

    @property
    def title(self) -> str:
        """Whose review it is."""
        return f"Referral review: {self.owner}" if self.owner else "Referral review"

    @property
    def subtitle(self) -> str:
        """Over which days, as of which day."""
        span = span_text(self.review.span, self.today)
        day = f"{day_text(self.today, self.today + dt.timedelta(days=400))}"
        return f"{span[0].upper()}{span[1:]}, as of {day}"

    def stages(self) -> tuple[tuple[str, int, str], ...]:
        """(stage, count, share of the stage before) of the funnel of asks."""
        funnel: Funnel = self.review.funnel.total
        rates = funnel.rates()
        return (
            ("asks", funnel.asks or 0, ""),
            ("promised", funnel.promised or 0, share_text(rates["promised"])),
            ("introduced", funnel.made, share_text(rates["made"])),
            ("reached", funnel.reached, share_text(rates["reached"])),
            ("won", funnel.won, share_text(rates["won"])),
        )
