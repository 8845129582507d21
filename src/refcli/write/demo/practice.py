"""What the sample practice has: kit, partners, praise, ties, dates and appointments."""

from typing import NamedTuple

from refcli.domain.kit import KitField
from refcli.domain.partners import PartnerField


class Target(NamedTuple):
    """Whom the user would like to meet."""

    name: str
    industry: str
    looking_for: str
    listen_for: str = ""
    unwanted: str = ""


class Campaign(NamedTuple):
    """A campaign that began so many days ago and ends in so many."""

    days_ago: int
    name: str
    theme: str
    offer: str
    in_days: int
    goal: int


class Card(NamedTuple):
    """What a partner answered in an interview."""

    days_ago: int
    partner: str
    texts: dict[PartnerField, str]


class Praise(NamedTuple):
    """A client's own words."""

    days_ago: int
    client: str
    words: str
    publish: bool = False


class Tie(NamedTuple):
    """What `other` is to `person`."""

    person: str
    other: str
    word: str


class Yearly(NamedTuple):
    """A date that comes again in `in_days`; `years` is how many it will be."""

    person: str
    label: str
    in_days: int
    years: int = 0


class Planned(NamedTuple):
    """An appointment in so many days; `is_work` ones are on a weekday."""

    person: str
    in_days: int
    time: str
    place: str
    about: str
    is_work: bool = True


class Own(NamedTuple):
    """A field of the user's own."""

    person: str
    name: str
    value: str


KIT = {
    KitField.NAME: "Sam Rivers",
    KitField.BUSINESS: "Rivers Accounting",
    KitField.MESSAGE: "I help owners of small firms know where they stand, every month",
    KitField.SERVICES: "Annual accounts, succession plans, the books of new practices",
    KitField.DIFFERS: "One page of figures by the fifth, and a call about it",
    KitField.WHY: "My father ran a joinery and never knew whether it earned anything",
    KitField.PROMISE: "Whoever you send me is called within a day, and you hear how it went",
    KitField.SAY: "Sam did our accounts, and for the first time we understand them",
}

TARGETS = (
    Target(
        "practices",
        "dental practices",
        "open a second practice",
        "we are running out of chairs",
    ),
    Target(
        "succession",
        "family firms",
        "hand over to the next generation",
        "my daughter takes over one day",
        "firms above fifty people",
    ),
    Target("food", "food producers", "open another shop", "we sell out every Saturday"),
)

CAMPAIGN = Campaign(
    35, "Autumn practices", "practices that grow", "a first hour about the figures, free", 25, 8
)

CARDS = (
    Card(
        505,
        "Carla Mendes",
        {
            PartnerField.SERVICES: "Contracts and sales of small firms",
            PartnerField.DIFFERS: "A fixed price before we begin",
            PartnerField.TELL: "She reads the contract that you were about to sign",
            PartnerField.GOOD_REFERRAL: "owners above fifty-five who have no successor",
            PartnerField.LISTEN_FOR: "I got an offer for the firm",
            PartnerField.STORY: "A printer was to sign away his brand; she got it back in a week",
            PartnerField.SERVES: "Owner-run firms of five to fifty people",
        },
    ),
    Card(
        455,
        "Peter Vogel",
        {
            PartnerField.SERVICES: "Liability and practice insurance",
            PartnerField.TELL: "He comes when there is damage, not only to sell",
            PartnerField.GOOD_REFERRAL: "tradespeople who take on their first employee",
            PartnerField.LISTEN_FOR: "I have no idea what I am insured for",
        },
    ),
    Card(
        200,
        "Felix Baumann",
        {
            PartnerField.SERVICES: "Loans for practices and shops",
            PartnerField.GOOD_REFERRAL: "practice owners who need a second location",
            PartnerField.LISTEN_FOR: "the bank takes months to answer",
        },
    ),
)

PRAISE = (
    Praise(284, "Anna Weiss", "I finally know in March what I owe in June.", publish=True),
    Praise(245, "Tom Brandt", "My daughter and I talked about money for the first time."),
    Praise(388, "Ruth Adler", "The plan got us the loan in one meeting.", publish=True),
)

TIES = (
    Tie("Leo Fischer", "Sophie Fischer", "child"),
    Tie("Anna Weiss", "Bea Olsen", "sibling"),
    Tie("Jonas Keller", "Maya Stern", "spouse"),
    Tie("Tom Brandt", "Samuel Cole", "neighbour"),
    Tie("Ahmed Saleh", "Paul Greene", "colleague"),
    Tie("Carla Mendes", "Peter Vogel", "knows"),
)

DATES = (
    Yearly("Carla Mendes", "birthday", 3, 51),
    Yearly("Tom Brandt", "anniversary of the firm", 12, 40),
    Yearly("Anna Weiss", "birthday", 31, 50),
    Yearly("Jonas Keller", "birthday", 120),
    Yearly("Leo Fischer", "birthday", 205, 75),
)

APPOINTMENTS = (
    Planned("Nadia Rahman", 0, "15:00", "Café Luitpold", "the site for practices", is_work=False),
    Planned("Priya Nair", 4, "10:00", "her office", "the pitch for the library"),
    Planned("Lucia Ferrari", 11, "12:30", "Trattoria Da Vinci", "exporting to Austria"),
)

FIELDS = (
    Own("Anna Weiss", "chairs", "6"),
    Own("Tom Brandt", "people", "14"),
    Own("Jonas Keller", "plays", "tennis on Thursdays"),
)
