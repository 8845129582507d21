"""Word lists behind the grammar of short sentences."""

ARTICLES = ("a", "an", "the")
DETERMINERS = (
    *ARTICLES,
    *("my", "your", "our", "her", "his", "their", "its", "this", "these", "one"),
)
# What people are looking to do, as the first word of a goal.
VERBS = frozenset(
    """
    sell open buy hire grow retire find plan start found expand hand get leave move build invest
    export import renovate refinance switch change improve reduce cut save raise merge rent let
    launch write publish learn lose hold set become begin make take turn bring win reach protect
    insure replace upgrade simplify outsource automate recruit train delegate scale divorce
    marry settle defend register file organise organize book host run speak teach meet join
    attend redesign rebrand keep put go do have use try know see order design develop lower
    finance lease acquire close transfer split pass secure convert repair fix clean restructure
    create offer provide relocate emigrate study apply prepare present promote travel ship
    source supply deliver measure cook eat sleep play paint sing act film record
    """.split()
)
# What people are looking for, as the last word of a goal.
NOUNS = frozenset(
    """
    staff help advice money capital space land software merger studio office hire lawyer doctor
    loan insurance partner buyer successor job work support tax care speaker supplier
    """.split()
)
NOUN_ENDINGS = ("ion", "ment", "ance", "ence", "ity", "ship", "ism", "ness", "ing", "ware")
# A name with one of these is a firm's, or two people's, and stays whole.
COMPANY_WORDS = frozenset(
    """
    gmbh ltd ltd. inc inc. llc ag kg co co. plc bakery stadtwerke group & und and
    """.split()
)
# What stands behind a name and is not part of it.
DEGREES = frozenset(
    """
    phd mba cpa md dds llm msc bsc ma ba jr sr esq ii iii cfa acca rn
    """.split()
)
