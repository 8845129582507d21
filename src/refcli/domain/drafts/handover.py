"""Words for handing somebody over to a partner, who then makes the first call."""

from refcli.domain.english.names import Addressee, Party
from refcli.domain.english.need_frames import help_offered, need_told
from refcli.domain.english.needs import IN_HAND, need_of
from refcli.domain.english.phrase import fragment, said_to_them, tidy

_LONG = 60


def consent_words(
    prospect: Addressee,
    partner: Addressee,
    need: str | None,
    organization: str | None = None,
    services: str | None = None,
    *,
    reach_at: str = "",
) -> str:
    """Asking somebody whether they may be passed on, with what they need to say yes or no.

    Where no `need` is noted, what the partner does (`services`) says what it is about; `reach_at`
    is the number or address that would be given.
    """
    is_own_name = not organization or organization.lower() in partner.name.lower()
    who = partner.name if is_own_name else f"{partner.name} of {organization}"
    done = need_of(services) if services and len(services) < _LONG else None
    if done is not None and done.sort in IN_HAND and not need:
        who = f"{who} ({fragment(services or '')})"
    offer = help_offered(need_of(need), who)
    begun = offer if offer.startswith("I ") else offer[0].lower() + offer[1:]
    may = f"May I give {partner.short} your number, so that you get a call?"
    if not reach_at or "@" in reach_at:
        may = f"May I put {partner.known_as} in touch with you?"
    return tidy(f"{prospect.greeting}, {begun} {may} If you would rather not, that is fine.")


def consent_to_known(prospect: Addressee, partner: Addressee, need: str | None) -> str:
    """The same of a partner whom they know, since it was they who brought us together."""
    told = need_of(need)
    is_thing = told is not None and told.sort in IN_HAND
    about = f" about {said_to_them(told.text)}" if told is not None and is_thing else ""
    return tidy(
        f"{prospect.greeting}, shall I ask {partner.known_as} to call you{about}? If you would"
        " rather not, that is fine."
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
