"""A list of words as it is written down."""


def listed(text: str) -> frozenset[str]:
    """The words of a text, in lower case as they stand."""
    return frozenset(text.split())
