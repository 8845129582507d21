"""What an introduction was won for, in the words that the user noted."""

from refcli.domain.english.listed import listed
from refcli.domain.english.phrase import fragment
from refcli.domain.english.work import tells_a_deed

_SUBJECTS = listed("they she he we it i that this")


def told_won(subject: str, became: str, led_to: str, note: str | None) -> str:
    """That it was won, thanks to them, and what came of it.

    `subject` is who was won as a sentence begins with them, `became` what they are now (`is now a
    client`), `led_to` the whole of it where it is no client, `note` the user's own words: a clause
    (`they moved in`), a deed (`signed for a year`) or anything else.
    """
    won = f"{led_to or f'{subject} {became}'}, thanks to you"
    said = fragment(note) if note else ""
    if not said:
        return f"{won}."
    if said.split()[0].lower() in _SUBJECTS:
        return f"{won}: {said}."
    if tells_a_deed(said) and not led_to:
        return f"{subject} {said}, and {became}, thanks to you."
    return f"{won}. What came of it: {said}."
