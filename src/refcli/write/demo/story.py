"""What happens in the sample store, in days before today; the everyday is added by `play`."""

from typing import NamedTuple


class Work(NamedTuple):
    """A delivered engagement."""

    days_ago: int
    client: str
    what: str
    rating: int | None = None
    value: int = 0


class Asked(NamedTuple):
    """An ask; `answer` is what they said, `planned` marks one still to come."""

    days_ago: int
    contact: str
    industry: str
    looking_for: str
    answer: str = "promised"
    planned: bool = False


class Introduced(NamedTuple):
    """A received introduction; `prospect` is new, and `way` lists the steps after it.

    `also_from` are further sources, `went_wrong` is what a step to `bad` is about.
    """

    days_ago: int
    source: str
    prospect: str
    organization: str
    phone: str
    rung: str
    way: tuple[tuple[int, str], ...] = ()
    value: int = 0
    also_from: tuple[str, ...] = ()
    went_wrong: str = ""


class Given(NamedTuple):
    """An introduction that the user gives; `thanked` is when the partner thanked for it."""

    days_ago: int
    prospect: str
    partner: str
    need: str
    consent: str = "yes"
    way: tuple[tuple[int, str], ...] = ()
    thanked: int = 0


class Favor(NamedTuple):
    """A favor for a contact, or by them."""

    days_ago: int
    contact: str
    what: str
    how: str
    given: bool = True


WORKS = (
    Work(650, "Anna Weiss", "annual accounts", 9, 4200),
    Work(290, "Anna Weiss", "annual accounts", 10, 4400),
    Work(610, "Tom Brandt", "succession plan", 9, 6800),
    Work(250, "Tom Brandt", "annual accounts", 9, 3900),
    Work(560, "Priya Nair", "project costing", 8, 2600),
    Work(200, "Priya Nair", "annual accounts", 9, 3100),
    Work(520, "Lucia Ferrari", "export set-up", 9, 5200),
    Work(180, "Lucia Ferrari", "annual accounts", 8, 4800),
    Work(480, "George Mensah", "payroll", 7, 1900),
    Work(430, "Helen Park", "annual accounts", 9, 2300),
    Work(400, "Oskar Lind", "stock valuation", 8, 1500),
    Work(390, "Ruth Adler", "business plan", 10, 2900),
    Work(350, "Samuel Cole", "annual accounts", 8, 2100),
    Work(310, "Ines Duarte", "annual accounts", 9, 1700),
    Work(270, "Marek Novak", "annual accounts", 7, 1600),
    Work(230, "Yuki Tanaka", "first year", 10, 1200),
    Work(60, "Bea Olsen", "set-up of her books", 8, 900),
    Work(4, "Victor Hale", "review of leases", 5, 1400),
    Work(4, "Helen Park", "choice of booking software", 10, 1100),
)

ASKS = (
    Asked(600, "Anna Weiss", "dental practices", "hand over their practice"),
    Asked(540, "Tom Brandt", "family firms", "plan their succession"),
    Asked(470, "Carla Mendes", "owners of small firms", "sell their firm"),
    Asked(400, "Priya Nair", "design studios", "get their project costs under control", "declined"),
    Asked(360, "Jonas Keller", "medical practices", "open their own practice"),
    Asked(300, "Ruth Adler", "food producers", "open another shop"),
    Asked(240, "Peter Vogel", "tradespeople", "hire their first employee"),
    Asked(170, "Lucia Ferrari", "food producers", "begin to export", "later"),
    Asked(130, "Helen Park", "medical practices", "open their own practice"),
    Asked(75, "Kirsten Holm", "consultants", "found a company", "pending"),
    Asked(45, "Daniel Roth", "retailers", "open an online shop", "declined"),
    Asked(12, "Felix Baumann", "practice owners", "finance a second location"),
    Asked(8, "Ruth Adler", "cafés and bakeries", "open another shop"),
    Asked(6, "Maya Stern", "doctors", "leave the hospital for their own practice"),
    Asked(3, "Yuki Tanaka", "craftspeople", "sell at trade fairs", "pending"),
    Asked(-2, "Carla Mendes", "owners of small firms", "sell their firm", "pending", planned=True),
)

INTRODUCTIONS = (
    Introduced(
        590,
        "Anna Weiss",
        "Dr. Nils Berger",
        "Berger Dental",
        "+49 30 5550101",
        "told",
        ((588, "reached"), (560, "won")),
        5200,
    ),
    Introduced(
        535,
        "Tom Brandt",
        "Erik Sand",
        "Sand Flooring",
        "+49 30 5550102",
        "met",
        ((533, "reached"), (500, "won")),
        3400,
    ),
    Introduced(
        465,
        "Carla Mendes",
        "Judith Frank",
        "Frank Packaging",
        "+49 30 5550103",
        "written",
        ((462, "reached"), (420, "won")),
        9800,
    ),
    Introduced(
        440,
        "Dr. Nils Berger",
        "Dr. Sara Vos",
        "Vos Orthodontics",
        "+49 30 5550104",
        "told",
        ((437, "reached"), (401, "won")),
        4100,
    ),
    Introduced(
        355,
        "Jonas Keller",
        "Dr. Amir Hadad",
        "Hadad Paediatrics",
        "+49 30 5550105",
        "told",
        ((352, "reached"), (330, "not-a-fit")),
    ),
    Introduced(
        295,
        "Ruth Adler",
        "Simone Jung",
        "Jung Chocolates",
        "+49 30 5550106",
        "told",
        ((293, "reached"), (262, "won")),
        2700,
    ),
    Introduced(
        236,
        "Peter Vogel",
        "Ben Okoye",
        "Okoye Electrics",
        "+49 30 5550107",
        "written",
        ((234, "reached"), (199, "won")),
        3600,
    ),
    Introduced(
        160,
        "Judith Frank",
        "Theo Marsh",
        "Marsh Labels",
        "+49 30 5550108",
        "told",
        ((157, "unreachable"),),
    ),
    Introduced(
        148,
        "Ruth Adler",
        "Pia Lang",
        "Lang Catering",
        "+49 30 5550115",
        "told",
        ((146, "reached"), (135, "not-interested")),
    ),
    Introduced(
        126,
        "Helen Park",
        "Nora Quist",
        "Quist Osteopathy",
        "+49 30 5550109",
        "told",
        ((124, "reached"), (96, "won")),
        2200,
    ),
    Introduced(
        58,
        "Carla Mendes",
        "Henry Stone",
        "Stone Instruments",
        "+49 30 5550110",
        "met",
        ((56, "reached"), (31, "won")),
        7400,
    ),
    Introduced(
        215,
        "Kirsten Holm",
        "Otto Brenner",
        "Brenner Tools",
        "+49 30 5550116",
        "written",
        ((206, "bad"), (190, "repaired"), (176, "reached"), (140, "won")),
        1900,
        went_wrong="I called a week late",
    ),
    Introduced(
        33,
        "Sophie Fischer",
        "Dr. Lea Simon",
        "Simon Dental",
        "+49 30 5550117",
        "met",
        ((31, "reached"), (13, "won")),
        3800,
        also_from=("Nadia Rahman",),
    ),
    Introduced(
        40, "Ben Okoye", "Alice Moor", "Moor Lighting", "+49 30 5550111", "told", ((38, "reached"),)
    ),
    Introduced(
        9,
        "Felix Baumann",
        "Dr. Clara Hoff",
        "Hoff Dermatology",
        "+49 30 5550112",
        "written",
        ((7, "reached"),),
    ),
    Introduced(3, "Maya Stern", "Dr. Joel Winter", "", "+49 30 5550113", "told"),
    Introduced(2, "Dr. Sara Vos", "Milan Horvat", "Horvat Implants", "+49 30 5550114", "name"),
)

GIVEN = (
    Given(
        320,
        "Samuel Cole",
        "Peter Vogel",
        "insurance for his first employee",
        way=((319, "reached"), (290, "won")),
        thanked=288,
    ),
    Given(
        95,
        "Bea Olsen",
        "Nadia Rahman",
        "a site for her garden designs",
        way=((94, "reached"), (60, "won")),
        thanked=57,
    ),
    Given(5, "Marek Novak", "Carla Mendes", "the lease of his print shop", consent="asked"),
)

FAVORS = (
    Favor(540, "Anna Weiss", "found her a new hygienist", "supplier"),
    Favor(480, "Tom Brandt", "took his daughter along to the chamber's meeting", "event"),
    Favor(410, "Carla Mendes", "wrote for her newsletter", "guest-post"),
    Favor(300, "Gil Morgan", "shared his launch", "share"),
    Favor(250, "Gil Morgan", "advised him on his prices", "advice"),
    Favor(180, "Gil Morgan", "commented on his book", "comment"),
    Favor(110, "Gil Morgan", "took him along to the fair", "event"),
    Favor(220, "Peter Vogel", "let me use his meeting room", "other", given=False),
    Favor(90, "Rosa Jimenez", "spoke at the spring meeting", "event"),
)

TALKS = (
    "coffee, talked about the year so far",
    "lunch near their office",
    "asked how the new project goes",
    "met at the market, a good laugh",
    "call about a small question",
    "long walk, talked about holidays",
    "sent them an article that fits",
    "coffee at their place",
)

RESTING = ("George Mensah", 60)
DROPPED = ("Ray Sutton", 200, "always asks, never gives")
