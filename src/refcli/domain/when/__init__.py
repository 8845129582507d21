"""WHEN: days as people say them.

`parse` reads a whole text, or finds the phrase that begins at a place in a sentence; `phrases` is
the table of them all, read by `calendar` where they name a date, by `near` where they reckon from
today.
"""
