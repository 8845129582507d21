"""What a name says: a person, a couple or a firm."""

import pytest

from refcli.domain.contacts import Nature, recognised
from tests.support.program import Program

NAMES = {
    Nature.PERSON: ("Anna Weiss", "Anna", "Dr. Sara Vos", "Theodora Lund", "Jean-Luc Andrieux"),
    Nature.COUPLE: (
        "Tom and Gina Ruiz",
        "Tom & Gina Ruiz",
        "Mr and Mrs Ode",
        "Tom Ruiz and Gina Lopez",
        "Zoé and Chloé Béart",
    ),
    Nature.FIRM: (
        "Acme Ltd",
        "Acme GmbH",
        "Weiss & Sons",
        "The Lark",
        "Lund AB",
        "Ode and Partners",
    ),
}


@pytest.mark.parametrize(
    ("name", "nature"), [(name, nature) for nature, names in NAMES.items() for name in names]
)
def test_recognised(name: str, nature: Nature) -> None:
    assert recognised(name) is nature


def test_it_is_said_and_can_be_told_otherwise(refcli: Program) -> None:
    assert (
        refcli.ok('contact add "Tom and Gina Ruiz"').out
        == "added Tom and Gina Ruiz (@1), a couple\n"
    )
    assert refcli.ok('contact add "Anna Weiss"').out == "added Anna Weiss (@2)\n"
    assert refcli.ok('contact add "The Rock" --is person').out == "added The Rock (@3)\n"
    shown = {c["name"]: c["is"] for c in refcli.ok("contact list --json").json}
    assert shown == {"Tom and Gina Ruiz": "couple", "Anna Weiss": "person", "The Rock": "person"}
    assert "is             a couple" in refcli.ok("contact show tom").out
    refcli.ok("contact edit anna --is firm")
    assert refcli.ok("contact show anna --json").json["is"] == "firm"
    refcli.ok("undo")
    assert refcli.ok("contact show anna --json").json["is"] == "person"
