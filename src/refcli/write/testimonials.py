"""Testimonials: a contact's praise in their exact words."""

import datetime as dt

from refcli.domain.text import clean_text
from refcli.errors import UsageError
from refcli.read.names import acquaintance
from refcli.write.session import Writing
from refcli.write.tables.thanks import TestimonialRow


def record_testimonial(
    work: Writing, contact_id: int, words: str, *, on: dt.date, publish: bool = False
) -> int:
    """Take praise down word for word; quotes, line breaks and accents stay."""
    exact = clean_text(words)
    if not exact:
        raise UsageError("a testimonial is made of words")
    who = acquaintance(work.connection, contact_id)
    row = TestimonialRow(contact_id=contact_id, on_date=on, words=exact, publish=publish)
    work.put(row)
    work.say("testimonial-taken", testimonial=row.id, contact=contact_id, name=who.name)
    return row.id or 0
