"""Words that are names as well: `Will`, `Rose`, `Law`. Written small they are no name."""

from refcli.domain.english import lexicon, name_words
from refcli.domain.english.listed import listed

# First and family names that mean something besides.
_NAMES_TOO = listed(
    """
    able art ash autumn baker ball banks barber barn beach bean bear bee bell belt berry best bill
    birch bird bishop black blank bloom blue bond book boss bow bowl box brave bridge bright brown
    bull burn bush butcher butler call camp cane captain card care carpenter case cash castle
    chance chapel charity chase chip christian church clay clear cliff close coal coin constant
    cook corn cotton court craft cream cross crown dancer dark dawn day deal dean dear dental
    destiny diamond dock dollar draper drive driver dry dusk dust eagle earl east english faith
    fall falls farmer fast fern field fields fine fish fisher fitter flood flower flowers foot
    ford fountain frame frank free freed french friend game gardener garden gate gates general
    german gift gill glass glory gold golf good grace grand grant grass graves gray green grey
    guard guest gun guy hall hand hands hardy hart hay head heart heritage high hill hills hobby
    home hood hope hour house hunt hunter ice iron island joy judge justice keeper key king kit
    kitchen knight lady lake lamb land lane last law lawn laws league less liberty light little
    lock long lord love low lucky major man marine mark market marks marsh mason masters mayor
    meadow means merchant merry mild mile miles mill miller mills mist money more mount mountain
    nail near new nice nick night noon north nut onions page pages pain painter patience paton
    peace pear pick pit place plain plant plum pool poor porter post potter pound powers precious
    price pride priest prince prior promise proper prudence queen quick race rain ranger read
    reason rest rice rich richer rider ring rise river rivers road rob rock rod rook room root
    rose royal rule runner rush rust sailor saint sale salmon salt sand sands savage saw school
    scout sea seal self sellers shade sharp shepherd sheriff shine shoemaker short shore shoulder
    silver singer sky slaughter small smart smith snow song south sparks spinner spring stable
    stack stamp star stark steel steer steward still stock stone stones storm story street strong
    suite summer summers sun sunny sweet swift sword tailor tall teller till toll tower trace true
    venture villa walk walker wall walls ward warden water waters way week weeks well west wheeler
    white will wilt winter winters wise wolf word words worth worthy yard young
    """
)
# Written large wherever they stand: months, days, and towns and countries that are names, too.
_WRITTEN_LARGE = listed(
    """
    january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday easter christmas adelaide alexandria arlington
    asia austin bath bristol brooklyn burton carlisle carolina chelsea chester china cologne
    colorado dakota dallas derby devon durham eden england essex europe florence florida france
    frankfurt geneva georgia germany hamilton holland houston india ireland israel italy jackson
    jordan kent kingston lancaster lincoln london lourdes lyon madison melbourne milan montana
    nevada orlando oxford paris perth petra philadelphia phoenix preston rome salzburg savannah
    scotland shannon siena sofia sydney tyrone venice vienna virginia wales warwick washington
    wellington wells windsor york zürich berlin bremen kassel steinfurt
    """
)
# Labels that many have: of dates, of what two are to each other.
_LABELS = listed(
    """
    birthday anniversary wedding jubilee nameday name-day graduation retirement spouse partner
    husband wife child son daughter parent colleague school university army
    """
)
# In German, whose nouns are written large anyway.
_NAMES_TOO_IN_GERMAN = listed(
    """
    alt arm blank blau braun breit ehrlich ernst fein frei fromm grau groß gross grün gut hart heil
    jung junge kalt klein klug kraus kurz lang lange leicht lieb lustig neu rasch recht reich rot
    sauer scharf schlecht schön schwarz stark still stolz süß voll weiss weiß wild
    """
)
_ORDINARY = (
    _NAMES_TOO
    | _NAMES_TOO_IN_GERMAN
    | _LABELS
    | _WRITTEN_LARGE
    | lexicon.VERBS
    | lexicon.BOTH
    | lexicon.PREPOSITIONS
    | lexicon.DETERMINERS
    | lexicon.PRONOUNS
    | lexicon.MASS
    | lexicon.COUNTED
    | lexicon.PLURALS
    | lexicon.SINGULARS
    | lexicon.PERSONS
    | lexicon.GROUPS
    | lexicon.ORGANISATIONS
    | lexicon.TRADES
    | name_words.TITLES
    | name_words.RELATIONS
    | name_words.FIRMS
)


def is_ordinary(word: str) -> bool:
    """Whether a word is one of the language, too, so that it names nobody when written small."""
    return word.lower() in _ORDINARY


def is_written_large(word: str) -> bool:
    """Whether it begins with a capital wherever it stands, as `June` and `Paris` do."""
    return word.lower() in _WRITTEN_LARGE
