"""Whether two names are one person's: another spelling, order, title, nickname or former name."""

import re
from functools import lru_cache

from refcli.domain.english import name_words as n
from refcli.domain.english.names import party_of
from refcli.domain.text import fold, spelt_out, without_umlauts

_APOSTROPHES = re.compile(r"['’‘`´ʼ]")
_JOINS = re.compile(r"[-‐‑–.,()\"“”]")
_LETTERS = str.maketrans({"ı": "i"})
_NO_NAME = n.TITLES | n.KNIGHTS | n.NOBLES | n.SUFFIXES
# First names of one person, as they are called and as they are written.
_CALLED = (
    "robert bob bobby rob robbie bert",
    "william bill billy will willy liam",
    "richard dick rick ricky rich",
    "elizabeth elisabeth liz lizzie beth betty eliza lisa elsa lisbeth",
    "katherine catherine kathryn katharina kate katie kathy cathy kat katja kitty",
    "margaret margarete peggy maggie meg greta gretel rita",
    "michael mike mick mickey micha michi",
    "james jim jimmy",
    "john johnny jack jon jonny hans",
    "johannes hannes hans johann jan",
    "thomas tom tommy",
    "anthony antony tony toni anton",
    "andrew andy drew andreas andi",
    "alexander alex sasha sascha xander",
    "alexandra alex sandra sasha",
    "edward ed eddie ted teddy ned",
    "charles charlie chuck karl",
    "joseph joe joey josef sepp pepe jose",
    "daniel dan danny",
    "david dave davy",
    "matthew matt matthias matze",
    "christopher chris kit christoph",
    "christian chris",
    "christine christina tina chris kirsten",
    "benjamin ben benny benji",
    "samuel sam sammy",
    "samantha sam",
    "nicholas nick nicky nico niklas nikolaus klaus",
    "peter pete",
    "stephen steven steve stefan stephan",
    "stefanie steffi",
    "patrick pat paddy",
    "patricia pat patty trish",
    "jennifer jen jenny",
    "susan sue susie suzanne susanne susi",
    "deborah deb debbie",
    "rebecca becky bex",
    "victoria vicky viktoria",
    "jonathan jon jonny nathan",
    "frederick fred freddy friedrich fritz",
    "francis frank franz",
    "frances fran franziska franzi",
    "gerald gerry jerry gerard gerhard gerd",
    "lawrence larry laurence lorenz",
    "ronald ron ronny",
    "timothy tim timmy",
    "kenneth ken kenny",
    "gregory greg",
    "jeffrey geoffrey jeff geoff",
    "theodore theo ted teddy",
    "walter walt wally",
    "henry harry hank heinrich heinz heiner",
    "eleanor ellie nell nora",
    "dorothy dot dottie dorothea dora",
    "alfred alf fred",
    "abraham abe",
    "leonard leo len lenny leonhard",
    "ludwig lutz louis lou",
    "wolfgang wolf",
    "maximilian max maxim",
    "barbara barb babs babsi",
    "ursula uschi ulla",
    "sebastian basti seb",
    "konstantin konny",
    "eduardo edu",
    "francisco paco pancho",
    "ignacio nacho",
    "guadalupe lupe",
)
_KIN: dict[str, set[int]] = {}
for _number, _row in enumerate(_CALLED):
    for _word in _row.split():
        _KIN.setdefault(_word, set()).add(_number)
# Addresses that a firm's people share.
_SHARED = re.compile(
    r"^(?:info|office|contact|kontakt|hello|hallo|mail|post|admin|team|sales|service|support|buero"
    r"|büro|praxis|kanzlei|reception|empfang|enquiries|inquiries|billing|accounts|bookings"
    r"|reservations|shop|hr|jobs|press|contacto|contato|bureau|secretariat|sekretariat|verkauf"
    r"|zentrale|vertrieb|einkauf|buchhaltung|anfrage|ventas|ventes|vendite|family|familie)(?![a-z])",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def words_of_name(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: no title, the given name first, folded."""
    before, comma, after = name.partition(",")
    if comma and after.strip() and fold(after).strip(". ") not in n.SUFFIXES:
        name = f"{after} {before}"
    plain = _JOINS.sub(" ", _APOSTROPHES.sub("", fold(name).translate(_LETTERS)))
    words = plain.split()
    return tuple(word for word in words if word not in _NO_NAME) or tuple(words)


@lru_cache(maxsize=8192)
def name_keys(name: str) -> frozenset[str]:
    """Keys of which two names of one person share one, in whatever order and transcription."""
    words = sorted(words_of_name(name))
    plain = " ".join(words)
    if "ae" not in plain and "oe" not in plain and "ue" not in plain:
        return frozenset({plain})
    return frozenset({plain, " ".join(sorted(without_umlauts(word) for word in words))})


def names_agree(
    one: str, other: str, *, is_personal: bool = False, is_shared: bool = False
) -> bool:
    """Whether two names can be one person's, who share an address or a number.

    `is_personal` is whether what they share is one person's own: then another family name is a
    former one, and the order of the words says nothing. `is_shared` is whether it is a firm's: then
    an initial stands for no first name.
    """
    if party_of(one) is not party_of(other) or _generation(one) != _generation(other):
        return fold(one) == fold(other)
    a, b = words_of_name(one), words_of_name(other)
    if a == b or not (a and b):
        return bool(a and b)
    is_turned = is_personal or any("," in name or _is_capital(name) for name in (one, other))
    if name_keys(one) & name_keys(other):
        return is_turned or _same_word(a[0], b[0])
    if min(len(a), len(b)) == 1:
        short, long = sorted((a, b), key=len)
        return any(_same_first(short[0], word, is_shared=is_shared) for word in long)
    if not _same_first(a[0], b[0], is_shared=is_shared):
        return False
    is_part = set(a) <= set(b) or set(b) <= set(a)
    return is_part or _same_word(a[-1], b[-1]) or is_personal


def _is_capital(name: str) -> bool:
    """Whether one word is in capitals, as family names are where they come first."""
    words = name.split()
    return any(w.isupper() and len(w) > 1 for w in words) and not all(w.isupper() for w in words)


_JUNIOR = re.compile(r"(?i)\b(?:jr|jun|junior|sr|sen|senior|ii|iii)\b")


def _generation(name: str) -> str:
    """`Jr.` and `Sr.`, which tell two of one name apart."""
    found = _JUNIOR.search(name)
    return found[0][0].lower() if found else ""


def is_personal(email: str) -> bool:
    """Whether an address is somebody's own, and no firm's."""
    return not _SHARED.match(email)


def is_kin(one: str, other: str) -> bool:
    """Whether two who are not one share the family name."""
    a, b = words_of_name(one), words_of_name(other)
    return len(a) > 1 and len(b) > 1 and a[-1] == b[-1]


def _same_first(one: str, other: str, *, is_shared: bool) -> bool:
    is_initial = not is_shared and min(len(one), len(other)) == 1 and one[0] == other[0]
    return (
        is_initial or _same_word(one, other) or bool(_KIN.get(one, set()) & _KIN.get(other, set()))
    )


def _same_word(one: str, other: str) -> bool:
    """The same, as it is spelt here or there: `Hoffmann`, `Hofmann`; `Sophie`, `Sofie`.

    A letter more or less makes another name: `Martin` and `Marvin` are two people.
    """
    return one == other or _sound(one) == _sound(other)


@lru_cache(maxsize=8192)
def _sound(word: str) -> str:
    plain = without_umlauts(word)
    for spelt, sound in _SPELT:
        plain = plain.replace(spelt, sound)
    return re.sub(r"(.)\1", r"\1", plain)


_SPELT = (("ph", "f"), ("th", "t"), ("ck", "k"), ("c", "k"), ("y", "i"), ("j", "i"), ("w", "v"))


def stored_keys(name: str) -> set[str]:
    """The folded names under which the same person may be stored."""
    words = words_of_name(name)
    found = {fold(name), " ".join(words), " ".join((*words[-1:], *words[:-1]))}
    if len(words) > 1:
        found.add(f"{words[-1]}, {' '.join(words[:-1])}")
    plain = " ".join(words)
    if not plain.isascii() or "ae" in plain or "oe" in plain or "ue" in plain:
        found.add(without_umlauts(plain))
    if _APOSTROPHES.search(name) or "-" in name:
        bare = fold(name)
        found |= {_APOSTROPHES.sub(mark, bare) for mark in ("'", "’", "")}
        found |= {bare.replace("-", " ")}
    return found


def is_spelt_alike(name: str, typed: str) -> bool:
    """Whether what was typed are words of the name in another spelling, order or with a title.

    Two letters stand for an umlaut only where one of the two has it: Joe is not Jo.
    """
    have = {word for each in (name, _spelt(name)) for word in _forms(each)}
    ways = [way(each) for each in (typed, _spelt(typed)) for way in (words_of_name, _whole_words)]
    return any(words and have.issuperset(words) for words in ways)


def _forms(name: str) -> set[str]:
    """The words of a name, hyphenated ones in parts and as one."""
    return {*words_of_name(name), *_whole_words(name)}


def _whole_words(name: str) -> list[str]:
    """The words of a name where hyphens and apostrophes join what stands around them."""
    joined = _INSIDE.sub("", fold(name).translate(_LETTERS)).split()
    return [word.strip(".,") for word in joined]


def _spelt(name: str) -> str:
    """A name with each letter that a keyboard may not have as the two that stand for it."""
    return spelt_out(name).translate(_NORDIC)


_NORDIC = str.maketrans({"ø": "oe", "Ø": "Oe", "å": "aa", "Å": "Aa"})
_INSIDE = re.compile(r"(?<=\w)['’‘`´ʼ\-‐‑–](?=\w)")
