"""The day on which an acquaintance began, as SQL: rapport is reckoned from it."""

# Of a contact `c`: known or client since, an import's own date, the first work, or its creation.
FIRST_DAY = (
    "min(coalesce(c.since, c.created_on), coalesce(c.known_since, c.created_on), c.created_on,"
    " coalesce((select min(e.delivered_on) from engagement e where e.contact_id = c.id),"
    " c.created_on))"
)
