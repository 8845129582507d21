"""Where somebody new works and how they are reached, out of one line."""

from refcli.domain.names import is_email, looks_like_phone


def reached_by(line: str) -> list[str]:
    """The options of `contact edit` for parts between commas: an address, a number, else a firm."""
    options: list[str] = []
    for part in filter(None, (part.strip() for part in line.split(","))):
        options += [_option(part), part]
    return options


def _option(part: str) -> str:
    if is_email(part):
        return "--email"
    is_number = looks_like_phone(part) and not any(letter.isalpha() for letter in part)
    return "--phone" if is_number else "--org"
