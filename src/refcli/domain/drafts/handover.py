"""Words for handing somebody over to a partner, who then makes the first call."""

from refcli.domain.english.names import Addressee, Party
from refcli.domain.english.needs import help_offered, need_of, need_told
from refcli.domain.english.phrase import tidy


def consent_words(prospect: Addressee, partner: Addressee, need: str | None) -> str:
    """Asking somebody whether they may be passed on, with what they need to say yes or no."""
    offer = help_offered(need_of(need), partner.name)
    begun = offer if offer.startswith("I ") else offer[0].lower() + offer[1:]
    return tidy(
        f"{prospect.greeting}, {begun} May I give {partner.short} your number, so that you get a"
        " call? If you would rather not, that is fine."
    )


def handover_words(partner: Addressee, prospect: Addressee, need: str | None, reach_at: str) -> str:
    """To both: who needs what, who makes the first call, and that it was agreed to."""
    subject, is_plural = prospect.subject
    they = prospect.greeting if is_plural else subject
    if prospect.party is Party.FIRM:
        they = prospect.name[:1].upper() + prospect.name[1:]
    told = need_told(need_of(need), they, is_plural=is_plural)
    where = f" You reach {prospect.short} at {reach_at}." if reach_at else ""
    expects = "are expecting" if is_plural else "is expecting"
    word, step = (
        ("message", "write to them") if "@" in reach_at else ("call", "make the first call")
    )
    return tidy(
        f"{partner.greeting}, I would like you to meet {prospect.name}. {told} {they} {expects}"
        f" your {word} and agreed to it; would you {step} within two days?{where} Let me know when"
        " you have spoken."
    )
