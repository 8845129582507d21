"""The vocabulary of the sentence, as data: one place for every word that means something in it."""

from refcli.domain.interactions import Channel

# After these stands who it was.
AFTER_VERBS = (
    *("met with", "met up with", "met", "saw", "visited", "visit to", "visit", "called", "call to"),
    *("calling", "call", "rang", "ring", "phoned", "phone", "spoke to", "spoke with", "speak to"),
    *(
        "talked to",
        "talked with",
        "talk to",
        "talk with",
        "chatted with",
        "chatted to",
        "chat with",
    ),
    *(
        "ran into",
        "bumped into",
        "reached out to",
        "emailed",
        "e-mailed",
        "mailed",
        "email",
        "mail",
    ),
    *("wrote to", "wrote", "texted", "messaged", "whatsapped", "dmed", "dm'd", "zoomed with"),
    *("zoomed", "skyped with", "skyped", "facetimed with", "facetimed", "sent", "told", "meeting"),
    *(
        "visiting",
        "ringing",
        "phoning",
        "seeing",
        "with",
        "w/",
        "w.",
        "w",
        "joined by",
        "accompanied by",
    ),
)
# These may be followed by what was sent or said before the person comes.
WITH_OBJECTS = frozenset({"sent", "told", "wrote", "emailed", "e-mailed", "mailed", "call", "mail"})
WITH_OBJECTS |= {"email", "phone", "ring", "meeting", "visit", "w", "texted"}
# Before these stands who it was.
SAYING = frozenset(
    {"emailed", "e-mailed", "mailed", "wrote", "texted", "messaged", "called", "rang", "said"}
    | {"told", "mentioned", "asked", "phoned", "sent", "whatsapped", "dmed", "dm'd", "reached"}
    | {"replied", "answered", "confirmed"}
)
ADVERBS = frozenset({"just", "has", "have", "had", "then", "also", "finally", "kindly", "me", "us"})
FROM_NOUNS = frozenset({"heard", "mail", "email", "e-mail", "message", "letter", "card", "note"})
FROM_NOUNS |= {"call", "answer", "reply", "text", "voicemail", "back", "word", "news", "dm"}
FROM_NOUNS |= {"telegram", "signal", "slack", "whatsapp", "sms", "postcard", "mails", "emails"}
FROM_NOUNS |= {"messages", "calls"}
JOINERS = frozenset({"and", "&", "+", "plus", "w/", "with"})
LISTING = frozenset({"and", "&", "+", "plus", ","})

PAST = frozenset(
    {"met", "saw", "visited", "called", "rang", "phoned", "spoke", "talked", "chatted", "ran"}
    | {"bumped", "reached", "emailed", "e-mailed", "mailed", "wrote", "texted", "messaged", "sent"}
    | {"whatsapped", "dmed", "dm'd", "zoomed", "skyped", "facetimed", "told", "said", "mentioned"}
    | {"asked", "had", "was", "were", "went", "got", "did", "left", "tried", "missed", "heard"}
    | {"caught", "discussed", "came", "took", "gave", "sat", "hosted", "joined", "attended"}
    | {"dropped", "popped", "stopped", "could", "couldn't", "received", "signed", "showed"}
    | {"replied", "answered", "thanked", "introduced", "helped", "lunched", "dined", "seen", "been"}
    | {"paid", "drove", "sold", "bought", "made", "built", "brought", "taught", "spent", "played"}
    | {"trained", "interviewed", "presented", "delivered", "arrived", "resigned", "quoted"}
    | {"worked", "fixed", "painted", "measured", "picked", "ordered", "declined", "telephoned"}
    | {"hung", "returned", "toured", "viewed", "inspected", "fitted", "treated", "coached"}
    | {"signed", "closed"}
)
# An hour with one of these and no am or pm is in the evening.
EVENING = r"\b(?:tonight|tonite|evening|dinner|last night|drinks|supper)\b"

# Before an hour or a span these say that it was roughly then.
ROUGHLY = frozenset({"about", "abt", "bout", "around"})
# Before whom came last, or was no matter of course.
AT_LAST = frozenset({"finally", "even", "both", "afterwards", "client", "old"})
# The middle of the day, as people say it.
MIDDAY = frozenset({"noon", "midday", "lunchtime", "midnight", "teatime"})

# What is told of somebody, and of whom it is told that they were not there.
TOLD_OF = frozenset({"was", "is", "were", "wasn't", "isn't", "will", "would", "had", "has"})
TOLD_OF |= {"wants", "couldn't", "didn't", "can't", "says", "said", "stayed", "left"}
# And behind a comma: `Anna rang, Tom died`.
TOLD_BEHIND_COMMA = TOLD_OF | {"sent", "lost", "got", "told", "met", "bought", "sold", "gave"}
TOLD_BEHIND_COMMA |= {"paid", "made", "knew", "knows", "thought", "felt", "took", "are", "went"}
TOLD_BEHIND_COMMA |= {"did", "sends", "needs", "asks"}
PRESENT = frozenset({"there", "present", "also", "too", "with"})
ABSENT = frozenset({"out", "away", "ill", "sick", "off", "busy", "in", "on", "not", "late"})
# Things of somebody's that are handed on.
PAPERS = frozenset({"cv", "profile", "details", "number", "card", "resume", "address", "contact"})
PAPERS |= {"email", "e-mail", "letter", "message", "report", "quote", "plans", "file"}
# Whoever is named behind `introduced her to` was passed on, and not there.
HANDING_ON = frozenset({"introduced", "referred", "recommended", "connected", "put", "gave"})
# What has a day of its own.
MESSAGES = frozenset({"call", "email", "e-mail", "mail", "message", "letter", "text", "note"})

# People who were there too, and need no name.
COMPANY = frozenset({"team", "family", "colleagues", "others", "people", "staff", "crew", "kids"})
COMPANY |= {"partners", "friends", "clients", "employees", "children", "parents"}

COMING = frozenset({"came", "comes", "coming", "dropped", "popped", "stopped", "joined", "turned"})

# Behind `Will` at the beginning these make it no name.
BARE_VERBS = frozenset({"be", "try", "see", "call", "meet", "ring", "have", "visit", "email"})
BARE_VERBS |= {"text", "send", "phone", "write", "ask", "thank", "speak", "talk", "drop"}
# Who sent something: `Anna's mail`, `wrote me`.
THEIR_POST = (
    r"['’]s (?:e-?mail|mail|message|text|letter|note|card|dm|whatsapp) (?:came|arrived|of|on)\b"
    r"|\b(?:received|got) \S+(?: \S+)?['’]s (?:e-?mail|mail|message|text|letter|note|card|dm)\b"
    r"|\b(?:wrote|texted|e-?mailed|mailed|messaged|msgd|got back|replied) (?:to )?(?:me|us)\b"
)
# What was arranged is to come, on the day that is named.
ARRANGED = frozenset({"arranged", "agreed", "booked", "scheduled", "let's", "lets"})
TO_COME = (
    r"(?:\b(?:i'm|i am|we're|we are|and i are|is|are)|['’]s) (?:just |also )?"
    r"(?:meeting|seeing|calling|visiting|having|ringing|lunching|coming)\b"
    r"|\b(?:confirmed|accepted) (?:(?:the|our|an?|\S+['’]s) )?(?:invitation to )?(?:lunch|coffee"
    r"|tea|dinner|drinks|breakfast|meeting|call|appointment|visit|viewing)\b"
)
MADE_FOR = (
    r"\b(?:appointment|meeting|call|lunch|coffee|visit)\b.{0,40}\b(?:made|set|fixed|booked) for\b"
    r"|^(?:i |we )?(?:fixed|set up|set) (?:(?:an?|the) )?(?:\w+ )?(?:appointment|meeting|call|lunch"
    r"|coffee|visit|viewing|session|dinner|drinks)\b"
    r"|\bmade (?:an?|the) appointment\b.{0,40}\bfor\b|\b(?:moved|brought|pushed|put) .{1,40}"
    r"(?:forward|back) to\b"
)
FUTURE = frozenset({"will", "'ll", "shall", "going", "gonna", "plan", "planning", "planned"})
FUTURE |= {"we'll", "i'll", "upcoming"}

# The subject matter begins at one of these.
STOPS = frozenset({"about", "re", "regarding", "because", "that", "who", "concerning", "bout"})
STOPS |= {"abt", "cos", "cuz", "whether", "if", "since", "so", "but", "although", "though"}
OWNERS = frozenset({"her", "his", "their", "my", "our", "its", "your"})
DEADLINES = frozenset({"by", "until", "till", "before", "after", "due"})
# A full stop after these ends no sentence.
SHORT = frozenset(
    {"dr", "mr", "mrs", "ms", "prof", "st", "jr", "sr", "tel", "w", "re", "no", "approx", "mon"}
    | {"tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun", "jan", "feb"}
    | {"mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "a.m", "p.m", "vs"}
)
TITLES = frozenset({"dr", "mr", "mrs", "ms", "prof", "herr", "frau", "sir", "rev"})
# In lower case these are words, unless they stand where only a name can.
WORDS_FIRST = frozenset(
    {"will", "may", "mark", "june", "april", "august", "art", "rich", "faith", "grace", "penny"}
    | {"sunday", "monday", "hope", "joy", "bill", "guy", "rose", "dawn", "drew", "sue", "pat"}
    | {"jack", "frank", "ray", "dean", "chase", "grant", "miles", "max", "summer", "autumn"}
    | {"eve", "ivy", "lily", "ruby", "amber", "pearl", "page", "case", "long", "park"}
)

# Verbs of which one is there oneself.
THERE = frozenset({"met", "saw", "visited", "ran", "bumped", "had", "came", "dropped", "popped"})

# A meeting that is one of these is to come.
SET_FOR = frozenset({"set", "booked", "fixed", "arranged", "agreed", "planned", "scheduled"})

# How, with the words that say so: the first class that is there wins, within one the first word.
EVENTS = frozenset({"conference", "event", "fair"})
SURE: tuple[tuple[Channel, frozenset[str]], ...] = (
    (
        Channel.VIDEO,
        frozenset({"zoom", "zoomed", "zooming", "teams", "skype", "skyped", "facetime"})
        | {"webex", "gmeet"}
        | {"facetimed", "video", "videocall"},
    ),
    (Channel.LETTER, frozenset({"letter", "ltr", "card", "cards", "postcard", "handwritten"})),
)
PLAIN: tuple[tuple[Channel, frozenset[str]], ...] = (
    (
        Channel.IN_PERSON,
        frozenset({"met", "saw", "visited", "visit", "visiting", "meeting", "ran", "bumped"})
        | {"lunch", "coffee", "tea", "dinner", "drinks", "drink", "breakfast", "brunch", "supper"}
        | {"cuppa", "beer", "pint", "viewing", "session", "lunched", "dined", "seeing", "walk"},
    ),
    (
        Channel.CALL,
        frozenset({"called", "rang", "phoned", "call", "calling", "phone", "ring", "tel", "t/c"})
        | {"telephoned", "rung", "dialled", "lvm", "vm"}
        | {"voicemail", "telephone", "phoning", "ringing"},
    ),
    (Channel.EMAIL, frozenset({"emailed", "e-mailed", "mailed", "mail", "email", "e-mail"})),
    (
        Channel.MESSAGE,
        frozenset({"texted", "messaged", "whatsapp", "whatsapped", "dm", "dmed", "dm'd", "text"})
        | {"message", "sms", "linkedin", "signal", "slack", "slacked", "telegram", "pinged"}
        | {"txt", "txted", "txt'd", "linkedin'd", "whatsapp'd"}
        | {"msg", "msgd", "msged", "imessage", "forwarded", "cc'd"},
    ),
)
VAGUE: tuple[tuple[Channel, frozenset[str]], ...] = (
    (Channel.MESSAGE, frozenset({"wrote", "sent", "reached", "replied", "note"})),
    (
        Channel.CALL,
        frozenset({"spoke", "talked", "chatted", "said", "told", "mentioned", "asked", "chat"})
        | {"heard", "speak", "talk", "answered"},
    ),
)
# By which way, where the sentence ends with it.
WAYS = {
    **dict.fromkeys(("zoom", "teams", "video"), Channel.VIDEO),
    **dict.fromkeys(("email", "mail"), Channel.EMAIL),
    **dict.fromkeys(("text", "whatsapp"), Channel.MESSAGE),
    **dict.fromkeys(("letter", "post"), Channel.LETTER),
    "phone": Channel.CALL,
}
RECEIVED = r"^(?:i |we )?(?:got|received) (?:[\w'’-]+ ){1,4}from\b"
WAY_AT_THE_END = (
    r"\b(?:by|over|on|via|per) (?:the )?(phone|zoom|teams|video|e-?mail|mail|text|whatsapp|letter"
    r"|post)\W*$"
)
# Who only says one of these is asked how on a terminal.
SPOKEN = frozenset({"spoke", "talked", "chatted", "said", "told", "mentioned", "asked"})
WRITTEN = frozenset({Channel.EMAIL, Channel.MESSAGE, Channel.LETTER})

# What somebody is to another, and the tie's word for it.
RELATIONS = {
    **dict.fromkeys(("husband", "wife", "spouse", "hubby", "fiance", "fiancee"), "spouse"),
    **dict.fromkeys(("widow", "widower"), "spouse"),
    **dict.fromkeys(("brother", "sister", "sibling", "twin"), "sibling"),
    **dict.fromkeys(("mother", "father", "mum", "mom", "dad", "parent"), "parent"),
    **dict.fromkeys(("son", "daughter", "child", "kid"), "child"),
    **dict.fromkeys(("boss", "manager", "supervisor"), "boss"),
    **dict.fromkeys(("cousin", "uncle", "aunt", "nephew", "niece", "relative"), "relative"),
    **dict.fromkeys(("assistant", "pa", "report"), "report"),
    **{word: word for word in ("partner", "friend", "colleague", "neighbour", "member")},
    "neighbor": "neighbour",
    **{word: word for word in ("accountant", "lawyer", "solicitor", "secretary", "agent")},
    **{word: word for word in ("office", "clerk", "broker", "adviser", "advisor")},
}

# Who is somebody's besides, by the word that a tie of one's own may have.
BESIDES = frozenset(
    {"ex", "ex-wife", "ex-husband", "girlfriend", "boyfriend", "fiancée"}
    | {"landlord", "landlady", "tenant", "client", "customer", "in-laws", "flatmate", "roommate"}
    | {"housemate", "architect", "builder", "plumber", "electrician", "doctor", "dentist", "nurse"}
    | {"carer", "successor", "predecessor", "replacement", "referral", "lead", "employee", "heir"}
    | {"employer", "coworker", "co-worker", "apprentice", "trainee", "intern", "deputy", "buyer"}
    | {"director", "chairman", "ceo", "cfo", "foreman", "gardener", "cleaner", "bookkeeper"}
    | {"auditor", "banker", "seller", "supplier", "investor", "executor", "trustee", "guardian"}
    | {"stepson", "stepdaughter", "grandson", "granddaughter", "grandmother", "grandfather"}
    | {"mother-in-law", "father-in-law", "son-in-law", "daughter-in-law", "brother-in-law"}
    | {"sister-in-law", "bride", "groom", "coach", "mentor", "student", "teacher", "patient"}
    | {"patients", "grave", "acquaintance", "guest", "driver", "consultant", "barrister"}
)
# Between whose they are and what they are: `Tom's new partner`.
WHICH = frozenset({"new", "old", "former", "late", "other", "younger", "older", "elder", "eldest"})
WHICH |= {"youngest", "future", "second", "first"}
# Behind a name these say how somebody else came: `the plumber Tom recommended`.
SENDING = frozenset({"recommended", "referred", "sent", "mentioned", "introduced", "suggested"})
SENDING |= {"knows", "knew", "hired", "uses", "used", "passed"}

# What one meets for.
OCCASIONS = frozenset({"lunch", "coffee", "tea", "dinner", "drinks", "breakfast", "brunch"})
OCCASIONS |= {"supper", "viewing", "walk", "golf", "workshop", "kickoff", "interview"}
# Phrases that say how, whatever their words mean alone.
PHRASES = (
    (r"\b(?:conference|whatsapp|skype for business) call\b", Channel.CALL),
    (r"\bgot through to\b|\bhung up on\b", Channel.CALL),
    (r"\bby (?:post|letter)\b", Channel.LETTER),
    (r"\bcalled (?:round|in on)\b", Channel.IN_PERSON),
    # Who came is there, whatever they said or asked then.
    (
        r"\b(?:came|dropped|popped|stopped) (?:by|over|round|around)\b(?! (?:e-?mail|text|phone))",
        Channel.IN_PERSON,
    ),
    (r"\bpassed (?:by|through)\b", Channel.IN_PERSON),
    (r"\b(?:dropped|popped|stopped) in\b|\bcame to (?:see|visit) (?:me|us)\b", Channel.IN_PERSON),
)

# Who went there and met nobody tried in person.
GOING_THERE = frozenset({"visited", "dropped", "popped", "stopped", "went", "knocked", "visit"})

# A name that has one of these in it is not meant by it alone.
SMALL = frozenset(
    {"the", "a", "an", "of", "and", "van", "von", "der", "den", "de", "la", "le", "mr", "mrs", "ms"}
    | {"dr", "prof", "i", "he", "she", "it", "we", "you", "they", "to", "in", "on", "at", "for"}
)
MYSELF = frozenset({"i", "i'm", "i've", "i'd", "i'll"})
PRONOUNS = MYSELF | {
    "we",
    "he",
    "she",
    "they",
    "it",
    "you",
    "am",
    "is",
    "are",
    "was",
    "had",
    "then",
}
# What may stand behind a day or a time without making something else of it.
GOES_ON = frozenset({"of", "at", "and", "with", "w/", "for", "to", "about", "re", "from", "in"})

SEASONS = frozenset({"spring", "summer", "autumn", "winter"})
NO_DAY_LEADS = frozenset({"in", "last", "next", "this", "early", "late", "mid", "during"})
# Behind a first name these are no surname, nor is what ends so.
NO_SURNAMES = ("ly", "ing", "ed", "'s")
PLAIN_WORDS = (
    PAST
    | FUTURE
    | STOPS
    | GOES_ON
    | JOINERS
    | PRONOUNS
    | SAYING
    | ADVERBS
    | DEADLINES
    | OWNERS
    | frozenset(
        {"again", "twice", "once", "today", "online", "outside", "downtown", "alone", "early"}
        | {
            "late",
            "here",
            "there",
            "home",
            "first",
            "great",
            "good",
            "nice",
            "well",
            "fine",
            "okay",
        }
        | {"happy", "back", "over", "also", "both", "then", "soon", "together", "after", "before"}
        | {"went", "very", "later", "last", "next", "this", "that", "their", "them", "down", "into"}
        | {"from", "until", "when", "where", "while", "during", "near", "within", "without", "less"}
        | {"more", "some", "about", "half", "noon", "midday", "week", "month", "year", "morning"}
        | {"plus", "followup", "followed", "intro", "referral", "project", "update", "review"}
        | {"contract", "proposal", "pitch", "deal", "invoice", "catchup", "demo", "quick", "long"}
        | {"short", "brief", "anyway", "instead", "though", "wants", "says", "asks", "needs"}
        | {"likes", "will", "would", "could", "should", "must", "might", "does", "just", "only"}
        | {"please", "thanks", "sorry", "everything", "nothing", "something", "nobody", "business"}
        | {"unreachable", "lands", "forward", "engaged", "pizza", "taxes", "flowers", "voicemail"}
        | {"know", "news", "feedback", "posted", "updated"}
        | {"golf", "tennis", "party", "dinner", "gala", "office", "site", "store", "shop", "club"}
    )
)
