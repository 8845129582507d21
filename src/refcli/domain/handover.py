"""Words for handing somebody over to a partner, who then makes the first call."""

from refcli.domain.grammar import fragment, spoken_first_name, tidy


def consent_words(prospect: str, partner: str, need: str | None) -> str:
    """Asking somebody whether they may be passed on."""
    first, other = spoken_first_name(prospect), spoken_first_name(partner)
    about = f" about {fragment(need)}" if need else ""
    return tidy(
        f"{first}, I know somebody who may help you{about}: {partner}. May I give {other} your"
        " number, so that they call you? If you would rather not, that is fine."
    )


def handover_words(partner: str, prospect: str, need: str | None, reach_at: str) -> str:
    """What the partner is told: whom, what for, and to make the first call within two days."""
    first, other = spoken_first_name(partner), spoken_first_name(prospect)
    about = f" They need {fragment(need)}." if need else ""
    where = f" You reach {other} at {reach_at}." if reach_at else ""
    return tidy(
        f"{first}, I would like you to meet {prospect}.{about} {other} knows that you will call"
        f" and is glad of it; would you make the first call within two days?{where} Let me know"
        " when you have spoken."
    )
