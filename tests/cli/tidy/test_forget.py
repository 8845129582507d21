"""`refcli contact forget`: no byte stays in the files that refcli made."""

import sqlite3
from pathlib import Path

import pytest

from refcli.domain.columns import DERIVED_TABLES, pointing_to
from tests.support.program import Program
from tests.support.two_shells import TwoShells

NEEDLES = ("jane", "roe", "janie", "jr@x.example", "5550199")


def files(program: Program) -> list[Path]:
    return [p for p in program.store.parent.rglob("*") if p.is_file()]


def found(program: Program) -> dict[str, list[str]]:
    hits = {}
    for file in files(program):
        data = file.read_bytes().lower()
        names = [n for n in NEEDLES if n.encode() in data]
        if names:
            hits[file.name] = names
    return hits


@pytest.fixture
def full(refcli: Program, tmp_path: Path) -> Program:
    people = tmp_path / "people.csv"
    people.write_text("n,m\nZoe Zed,z@z.example\n", encoding="utf-8")
    for line in (
        (
            'contact add "Jane Roe" --nick Janie --email jr@x.example --phone "+49 30 5550199"'
            ' --basis friend --note "Jane is nice"'
        ),
        'contact add "Tom Brandt" --basis client --since 2020-01-01 --note "knows Jane Roe well"',
        'contact add "Anna Weiss" --through "Jane Roe" --basis friend --admired-by Jane',
        'log "lunch with Jane and Tom about Janie" --on 2026-11-01',
        'log "lunch with Tom, JANE ROE came up" --on 2026-11-02 --with Tom',
        'ask Jane --in law --looking-for "sell" --answer promised',
        'intro Jane "Pia Prospect"',
        'intro Tom "Jane Roe"',
        'intro give Jane Tom --consent yes --for "Jane needs books"',
        'reciprocate Tom "told him of Jane Roe"',
        'reciprocate Jane "a book"',
        'testimonial Tom "Jane Roe and I are happy"',
        'engagement Jane "books of Roe" --rating 10',
        'kit edit --say "ask Jane Roe"',
        'followup Tom --due 2026-12-01 "call about Jane Roe"',
        'partner Jane --services "roe tax"',
        "thank Jane --how call",
        f'import "{people}" --map "n=name,m=email"',
    ):
        refcli.ok(line)
    return refcli


def test_nothing_is_left(full: Program) -> None:
    assert set(found(full)) >= {full.store.name}
    assert len(list(Path(f"{full.store}.backups").glob("*.db"))) == 1
    said = full.ok("contact forget Jane Roe --yes")
    assert said.out.splitlines() == [
        "forgot the contact and what was said about them; this cannot be undone",
        "with them went 3 introductions",
        "took the name out of 6 texts about others: Tom Brandt",
        "that was Jane Roe",
        "deleted 1 backup that held them, and made a new one",
    ]
    assert found(full) == {}
    assert [p.name for p in Path(f"{full.store}.backups").glob("*.db")] == [
        "2026-11-20-after-forget-0001.db"
    ]
    assert full("contact show jane").code == 3
    tom = full.ok("contact show tom --json").json
    assert tom["note"] == "knows (forgotten) well"
    texts = [t["text"] for t in full.ok("log list --contact tom --json").json if t["text"]]
    assert texts == [
        "lunch with Tom, (forgotten) came up",
        "lunch with (forgotten) and Tom about (forgotten)",
    ]
    assert full.ok("contact show anna --json").json["through"] is None
    assert full.ok("testimonial list --json").json[0]["words"] == "(forgotten) and I are happy"
    assert full.ok("contact find jane --json").json == []
    connection = sqlite3.connect(full.store)
    assert connection.execute("pragma foreign_key_check").fetchall() == []
    assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
    connection.close()


def test_nothing_is_left_of_whom_everything_points_to(full: Program) -> None:
    for line in (
        'contact edit jane --tag xmas --address "1 Roe Lane" --set "club=Roe" --tier A',
        'contact edit jane --former-name "Jane Kant" --basis client',
        "contact date jane birthday 21 nov",
        "contact tie jane tom --as sibling",
        'contact tie "Anna Weiss" jane --as colleague',
        "meet jane,tom 2026-12-02 10:00",
        'followup add jane "send Roe the plan" --due tomorrow',
        'snooze jane "next week"',
        'testimonial jane "Roe says so"',
        'intro give tom jane --for "roes" --consent yes',
        "contact edit tom --tag xmas",
        "contact drop jane --because moved",
        "contact restore jane",
    ):
        full.ok(line)
    full.today = "2026-11-21"
    full.ok('intro jane "Zoe Zed" --separate')
    full.ok(["done", full.number("thank", "Jane Roe")])
    answers: list[tuple[str, str | bool | type[BaseException]]] = [
        ("To Jane", "sent"),
        ("To Tom", "stop"),
    ]
    assert full("write --tag xmas --form check-in", terminal=80, answers=answers).code == 0
    with sqlite3.connect(full.store) as connection:
        [(jane,)] = connection.execute("select id from contact where name = 'Jane Roe'")
        pointing = {
            (table, column): connection.execute(
                f"select count(*) from {table} where {column} = {jane}"
            ).fetchone()[0]
            for table, column, _ in pointing_to("contact")
            if table not in DERIVED_TABLES
        }
    connection.close()
    assert [where for where, count in pointing.items() if not count] == []
    full.ok("contact forget Jane Roe --yes")
    assert found(full) == {}
    assert full("contact find jane").out.count("@") == 0
    assert full.ok("doctor").code == 0


def test_others_of_the_same_first_name_keep_it(refcli: Program) -> None:
    refcli.ok('contact add "Jane Roe"')
    refcli.ok('contact add "Jane Doe"')
    refcli.ok('log "call with Jane Doe, Jane is well" --with "Jane Doe"')
    refcli.ok('contact forget "Jane Roe" --yes')
    assert refcli.ok("log list --json").json[0]["text"] == "call with Jane Doe, Jane is well"


def test_it_asks_first(full: Program) -> None:
    before = full.store.read_bytes()
    assert full("contact forget jane").code == 2
    asked = full("contact forget jane", terminal=80, answers=[("Forget Jane Roe", False)])
    assert (asked.code, asked.out) == (0, "nothing was changed\n")
    left = full("contact forget jane", terminal=80, answers=[("Forget", KeyboardInterrupt)])
    assert left.code == 130
    assert full.store.read_bytes() == before
    assert full("contact forget nobody --yes").code == 3


def test_what_is_left_goes_on(full: Program) -> None:
    full.ok('contact forget "Jane Roe" --yes')
    for line in ("due --all", "ask who --all", "review", "intro tree", "reciprocate balance"):
        full.ok(line)
    full.ok('log "lunch with Tom"')
    assert found(full) == {}


def test_where_backups_cannot_be_put_right_nothing_is_begun(refcli: Program) -> None:
    refcli.ok('contact add "Jane Roe"')
    Path(f"{refcli.store}.backups").write_text("in the way", encoding="utf-8")
    before = refcli.store.read_bytes()
    assert refcli("contact forget jane --yes").code == 74
    assert refcli.store.read_bytes() == before


def test_what_a_killed_forget_left_is_found(full: Program) -> None:
    (Path(f"{full.store}.backups") / "forget-unfinished").touch()
    Path(f"{full.store}.restoring").write_bytes(full.store.read_bytes())
    codes = {f["code"] for f in full.ok("doctor --json").json}
    assert codes >= {"forget-unfinished", "restore-unfinished"}
    full.ok('contact forget "Jane Roe" --yes')
    assert found(full) == {}
    assert not {f["code"] for f in full.ok("doctor --json").json} & {
        "forget-unfinished",
        "restore-unfinished",
    }


def test_former_names_are_forgotten_too(refcli: Program) -> None:
    refcli.ok('contact add "Anna Weiss" --basis friend')
    refcli.ok('contact add "Jane Roe" --email jr@x.example --nick Janie')
    refcli.ok('log "lunch with Jane Roe" --on 2026-11-01')
    refcli.ok('log "met Anna Weiss, who praised Jane Roe" --on 2026-11-02')
    refcli.ok('contact edit "Anna Weiss" --note "was at school with Jane Roe"')
    refcli.ok("backup")
    refcli.ok('contact edit "Jane Roe" --name "Wanda Major"')
    refcli.ok("backup")
    assert set(found(refcli)) >= {refcli.store.name}
    refcli.ok('contact forget "Wanda Major" --yes')
    assert found(refcli) == {}
    assert b"wanda" not in refcli.store.read_bytes().lower()
    assert refcli.ok("contact show anna --json").json["note"] == "was at school with (forgotten)"
    assert refcli.ok("log list --json").json[0]["text"] == "met Anna Weiss, who praised (forgotten)"
    assert "Roe" not in refcli.ok("history --json").out


def test_a_former_name_with_accents_is_found_in_a_backup(refcli: Program) -> None:
    refcli.ok('contact add "Émile Ångström"')
    refcli.ok("backup")
    refcli.ok("contact edit @1 --name Bob")
    refcli.ok("contact forget bob --yes")
    for file in files(refcli):
        assert "Ångström".encode() not in file.read_bytes()
        assert b"angstrom" not in file.read_bytes()


@pytest.mark.parametrize(
    "lines",
    [
        ("undo", 'contact add "Tom Brandt"'),
        ("undo",),
        ('contact edit "Jane Roe" --name "Jane Poe"',),
        ("contact forget jane --yes",),
    ],
)
def test_only_whom_it_showed_is_forgotten(refcli: Program, lines: tuple[str, ...]) -> None:
    refcli.ok('contact add "Anna Weiss"')
    refcli.ok('contact add "Jane Roe"')
    shell = TwoShells(
        [("Forget Jane Roe", True)], "Forget", lambda: [refcli.ok(line) for line in lines]
    )
    done = refcli("contact forget jane", terminal=80, prompter=shell)
    assert done.code == 75
    assert "nobody was forgotten" in done.err
    others = {c["name"] for c in refcli.ok("contact list --json").json}
    assert "Anna Weiss" in others
    assert ("Tom Brandt" in others) == ('contact add "Tom Brandt"' in lines)
    assert "forget-unfinished" not in {f["code"] for f in refcli.ok("doctor --json").json}


def test_a_short_word_of_a_name_is_left_in_the_words_of_others(refcli: Program) -> None:
    refcli.ok('contact add "Li Wang" --basis friend --nick "Big Boss" --email li@sea.example')
    refcli.ok('contact add "Mia Kern" --note "li wang: a big boss, wang li, big, sea"')
    refcli.ok("contact forget wang --yes")
    assert refcli.ok("contact show mia --json").json["note"] == (
        "(forgotten): a (forgotten), (forgotten) li, big, sea"
    )


def left(program: Program, *needles: str) -> list[str]:
    return [
        f"{needle} in {file.name}"
        for file in files(program)
        for needle in needles
        if needle.lower().encode() in file.read_bytes().lower()
        or needle.encode() in file.read_bytes()
    ]


def test_what_is_said_of_others_in_any_field_loses_the_name(refcli: Program) -> None:
    refcli.ok('contact add "Zora Quuxley"')
    refcli.ok(
        'contact add Tom --tag "zora quuxley" --tag "ZORA QUUXLEY" --tag golf --set "met by=Zora'
        ' Quuxley" --address "c/o Zora Quuxley, Rome" --nick "the Zora Quuxley Tom"'
    )
    refcli.ok('contact date Tom "Zora Quuxley day" 2020-05-05')
    refcli.ok('contact date Tom "day of Zora Quuxleys hound" 2020-05-06')
    refcli.ok('contact forget "Zora Quuxley" --yes')
    assert left(refcli, "zora", "quuxley") == []
    assert "(forgotten) day" in refcli.ok("contact show tom").out
    found = refcli.ok('contact list --where "met by=(forgotten)" --json').json
    assert [each["name"] for each in found] == ["Tom"]
    assert refcli.ok("contact list --tag golf --json").json
    assert refcli.ok('contact find "c/o" --json').json
    refcli.ok('contact date tom "(forgotten) day" --remove')
    refcli.ok("doctor")


@pytest.mark.parametrize(
    ("name", "lines", "words", "text"),
    [
        (
            "Zora Quuxley",
            [
                'contact add "Zelda Foobaz"',
                'log "lunch with Zelda and Tom: Zelda says hi"',
                'contact merge "Zora Quuxley" "Zelda Foobaz"',
            ],
            ["zelda", "foobaz"],
            "lunch with (forgotten) and Tom: (forgotten) says hi",
        ),
        (
            "Bo Li",
            ['log "lunch with Bo and Tom: Bo is off, Li says so. Bored to be"'],
            [" Bo ", "Li "],
            "lunch with (forgotten) and Tom: (forgotten) is off, (forgotten) says so. Bored to be",
        ),
        (
            "李明",
            ['log "met 李明 and Tom: 昨天见了李明谈生意"'],
            ["李明"],
            "met (forgotten) and Tom: 昨天见了(forgotten)谈生意",
        ),
        (
            "Jürgen Müller",
            ['log "lunch with Juergen Mueller and Tom: Mueller, MÜLLER and Mu\u0308ller"'],
            ["juergen", "mueller", "Müller", "MÜLLER", "muller", "Mu\u0308ller"],
            "lunch with (forgotten) and Tom: (forgotten), (forgotten) and (forgotten)",
        ),
        (
            "Jose Ruiz",
            ['log "lunch with Jose and Tom: José pays"'],
            ["jose", "José"],
            "lunch with (forgotten) and Tom: (forgotten) pays",
        ),
    ],
)
def test_however_it_is_written(
    refcli: Program, name: str, lines: list[str], words: list[str], text: str
) -> None:
    refcli.ok(["contact", "add", name])
    refcli.ok('contact add "Tom Berg"')
    for line in lines:
        refcli.ok(line)
    refcli.ok("backup")
    refcli.ok(["contact", "forget", name, "--yes"])
    assert left(refcli, *words) == []
    assert refcli.ok("log list --json").json[0]["text"] == text


@pytest.mark.parametrize(
    "written",
    ["0170 7776665", "+49 (170) 777-66-65", "00491707776665", "0170/7776665", "+491707776665"],
)
@pytest.mark.parametrize("kept", ["+49 170 7776665", "0170 7776665"])
def test_a_number_however_it_is_grouped(refcli: Program, kept: str, written: str) -> None:
    refcli.ok(["contact", "add", "Zora Quuxley", "--phone", kept])
    note = f"call {written} or 0170 7776660"
    refcli.ok(["contact", "add", "Tom Berg", "--note", note])
    refcli.ok('contact forget "Zora Quuxley" --yes')
    assert refcli.ok("contact show tom --json").json["note"] == "call (forgotten) or 0170 7776660"


def test_what_a_household_shares_stays_with_the_other(refcli: Program) -> None:
    at = ["--address", "1 Elm Road, Bath", "--phone", "0170 7776665"]
    refcli.ok(["contact", "add", "Jane Roe", *at])
    refcli.ok(["contact", "add", "Tom Roe", *at])
    refcli.ok('contact forget "Jane Roe" --yes')
    tom = refcli.ok("contact show tom --json").json
    assert tom["addresses"] == ["1 Elm Road, Bath"]
    assert tom["phones"] == ["0170 7776665"]


def test_what_was_theirs_and_is_anothers_now_stays_with_the_other(refcli: Program) -> None:
    refcli.ok('contact add "Jane Roe" --address "1 Elm Road, Bath"')
    refcli.ok('contact add "Tom Roe" --address "1 ELM Road, Bath"')
    refcli.ok('contact edit "Jane Roe" --no-address "1 Elm Road, Bath"')
    refcli.ok('contact forget "Jane Roe" --yes')
    assert refcli.ok("contact show tom --json").json["addresses"] == ["1 ELM Road, Bath"]


def test_one_word_that_is_anothers_too_is_left_to_them(refcli: Program) -> None:
    refcli.ok("contact add Tom")
    refcli.ok('contact add "Tom Berg" --note "Tom likes tea"')
    refcli.ok("contact forget @1 --yes")
    assert refcli.ok("contact show tom --json").json["note"] == "Tom likes tea"


def test_a_kept_text_that_is_no_utf_8_goes_too(refcli: Program) -> None:
    refcli.ok('contact add "Jane Roe"')
    kept = Path(f"{refcli.store}.unsaved-2026-11-20-1200.txt")
    kept.write_bytes(b"caf\xe9 with JANE ROE\n")
    other = Path(f"{refcli.store}.unsaved-2026-11-20-1201.txt")
    other.write_bytes(b"caf\xe9 with Tom\n")
    said = refcli.ok('contact forget "Jane Roe" --yes').out
    assert "deleted 1 unsaved text that spoke of them" in said
    assert (kept.exists(), other.exists()) == (False, True)


def test_a_name_that_is_a_word_besides_takes_no_word_from_others(refcli: Program) -> None:
    refcli.ok('config set me.name "Mona Keller"')
    names = ("Peter Keller", "Will Young", "Jude Law", "Hugo Boss", "Tell Wilhelm", "Rose Golf")
    for name in (*names, "Dental Care Leeds Ltd", "Sam Birthday"):
        refcli.ok(["contact", "add", name])
    note = "I will call, as Will Young said; the law is long. So Will came"
    firm = ["--industry", "law", "--tag", "golf", "--org", "Leeds Dental Care"]
    refcli.ok(["contact", "add", "Anna", "--basis", "client", "--note", note, *firm])
    refcli.ok("contact add Carla")
    refcli.ok("contact tie anna carla --as boss")
    refcli.ok('contact date anna birthday "5 dec 1980"')
    refcli.ok("kit target law --in law --looking-for grow")
    refcli.ok('intro anna "Ben Okoye"')
    for name in (*names, "Dental Care Leeds Ltd", "Sam Birthday"):
        assert f"that was {name}" in refcli.ok(["contact", "forget", name, "--yes"]).out
    assert "My name is Mona Keller" in refcli.ok("write ben").out
    anna = refcli.ok("contact show anna --json").json
    assert anna["note"] == "I will call, as (forgotten) said; the law is long. So (forgotten) came"
    assert (anna["industry"], anna["tags"], anna["organization"]) == (
        "law",
        ["golf"],
        "Leeds Dental Care",
    )
    assert anna["dates"][0]["label"] == "birthday"
    assert "boss" in refcli.ok("contact show anna").out
    assert "law" in refcli.ok("kit targets").out
    assert "Tell Anna where it stands with Ben Okoye" in refcli.ok("due --within 30").out
    assert "(forgotten)" not in refcli.ok("due --within 90").out
    refcli.ok("doctor")


@pytest.mark.parametrize(
    "line", ["contact add A", 'contact add "Bob Zed" --nick A', "contact add C", "contact add Job"]
)
def test_a_name_of_one_letter_is_no_tier(refcli: Program, line: str) -> None:
    refcli.ok('contact add Anna --tier A --note "A plan of A and C"')
    refcli.ok(line)
    refcli.ok("contact forget @2 --yes")
    anna = refcli.ok("contact show anna --json").json
    assert (anna["tier"], anna["note"]) == ("A", "A plan of A and C")
    refcli.ok("doctor")


def test_a_card_of_my_own_takes_nothing_from_what_i_say_of_me(
    refcli: Program, tmp_path: Path
) -> None:
    refcli.ok("config set me.emails sam@r.example")
    refcli.ok('config set me.name "Sam Rivers"')
    refcli.ok(["kit", "edit", "--message", "I am Sam Rivers: sam@r.example"])
    refcli.ok('contact add "Sam Rivers" --email sam@r.example')
    refcli.ok('contact forget "Sam Rivers" --yes')
    refcli.ok("doctor")
    assert "sam@r.example" in refcli.ok("config get me.emails").out
    assert "I am Sam Rivers: sam@r.example" in refcli.ok("kit show").out
    refcli.ok(["export", str(tmp_path / "all.json")])
    refcli.ok(["--store", str(tmp_path / "b.db"), "import", str(tmp_path / "all.json")])


def test_what_the_history_tells_of_them_goes_too(refcli: Program) -> None:
    refcli.ok('contact add "Zelda Sayre" --phone "07700 900222" --tag diabetic')
    refcli.ok("contact date zelda birthday 1980-12-05")
    refcli.ok("undo")
    refcli.ok("undo")
    refcli.ok('contact add "Zelda Sayre"')
    refcli.ok('contact add "Tom Berg"')
    refcli.ok(["contact", "edit", "zelda", "--note", "has cancer", "--org", "Mill Ltd"])
    refcli.ok('engagement zelda "her divorce"')
    refcli.ok('reciprocate zelda "paid her rent"')
    refcli.ok('log "lunch with Zelda and Tom about her debts"')
    refcli.ok('contact drop zelda --because "stole money"')
    refcli.ok('contact forget "Zelda Sayre" --yes')
    words = (
        "zelda",
        "cancer",
        "Mill Ltd",
        "divorce",
        "rent",
        "stole",
        "900222",
        "diabetic",
        "12-05",
    )
    assert left(refcli, *words) == []
    assert "added Tom Berg" in refcli.ok("history").out
    refcli.ok("doctor")


def test_whose_adding_was_taken_back_is_forgotten_in_the_history(refcli: Program) -> None:
    refcli.ok('contact add "Tom Berg"')
    refcli.ok('contact add "Zelda Sayre" --phone "07700 900222" --tag diabetic')
    refcli.ok("undo")
    refcli.ok('contact add "Ute Lang"')
    assert left(refcli, "900222", "diabetic") != []
    told = refcli.ok("contact forget zelda --yes")
    assert "that was Zelda Sayre" in told.out
    assert left(refcli, "zelda", "sayre", "900222", "diabetic") == []
    names = {row["name"] for row in refcli.ok("contact list --json").json}
    assert names == {"Tom Berg", "Ute Lang"}
    refcli.ok("doctor")
    assert refcli("contact forget zelda --yes").code == 3
    assert refcli("contact show zelda").code == 3
    assert "Ute Lang" in refcli.ok("undo 4").out


def test_of_two_who_were_taken_back_neither_is_guessed(refcli: Program) -> None:
    for name in ("Zelda Sayre", "Zelda Lund"):
        refcli.ok(["contact", "add", name])
        refcli.ok("undo")
    assert refcli("contact forget zelda --yes").code == 3
    refcli.ok('contact forget "zelda lund" --yes')
    assert left(refcli, "lund") == []


def test_an_introduction_of_several_stays_with_the_others(refcli: Program) -> None:
    refcli.ok('contact add "Dora Klein" --basis friend')
    refcli.ok('contact add "Finn Roe" --basis partner')
    refcli.ok('intro dora,finn "Gus Hill,Ida Hill"')
    refcli.ok("intro won gus --value 9000")
    for name in ("dora", "gus"):
        told = refcli.ok(["contact", "forget", name, "--yes"]).out
        assert "introduction" not in told
    [intro] = refcli.ok("intro list --json").json
    assert (intro["state"], intro["value"]) == ("won", 9000)
    assert "Finn Roe" in refcli.ok("intro list").out
    due = refcli.ok("due --within 3").out
    assert "Thank Finn Roe: Ida Hill became a client" in due
    assert left(refcli, "dora", "klein", "gus") == []
    refcli.ok("doctor")
    told = refcli.ok("contact forget ida --yes").out
    assert "with them went 1 introduction\n" in told
    assert refcli.ok("intro list --json").json == []
    refcli.ok("doctor")


def test_what_is_told_of_a_namesake_keeps_their_name(refcli: Program) -> None:
    refcli.ok('contact add "Anna Weiss" --org Mill')
    refcli.ok('contact add "Anna Weiss" --new --org Lake --note "Anna Weiss prefers mail"')
    refcli.ok('contact add "Tom Berg" --note "Anna Weiss sent him"')
    refcli.ok("contact forget @1 --yes")
    assert refcli.ok("contact show @2 --json").json["note"] == "Anna Weiss prefers mail"
    assert "Anna" not in refcli.ok("contact show tom --json").json["note"]


def test_who_was_taken_back_under_another_name_is_known_by_their_number(refcli: Program) -> None:
    refcli.ok('contact add "Zel Fitz" --email zelda@x.example')
    refcli.ok("contact date zel birthday 1980-12-05")
    refcli.ok("undo")
    refcli.ok("undo")
    refcli.ok('contact add "Zelda Sayre" --email zelda@x.example')
    refcli.ok('contact forget "Zelda Sayre" --yes')
    assert left(refcli, "zelda", "12-05") == []


def test_in_a_store_that_is_not_there_yet_nobody_is_forgotten(refcli: Program) -> None:
    refused = refcli("contact forget zelda --yes")
    assert (refused.code, refused.out) == (3, "")
    assert refused.err.splitlines()[0] == "refcli: no contact matches 'zelda'"
    assert not refcli.store.exists()


@pytest.mark.parametrize("answer", ["promised", "pending"])
def test_who_has_introduced_is_not_asked_again_whom(refcli: Program, answer: str) -> None:
    refcli.ok("contact add Anna Weiss --basis client --since 2023-01-01")
    refcli.ok(f'ask anna --answer {answer} --in dental --looking-for "open a practice"')
    refcli.ok('intro anna "Jo Brandt"')
    refcli.ok("thank anna --how note")
    refcli.ok("contact forget jo --yes")
    assert [each["state"] for each in refcli.ok("ask list --json").json] == ["introduced"]
    assert "Ask Anna Weiss" not in refcli.ok("due --within 100").out
    assert refcli.ok("doctor").code == 0
    refcli.ok("contact edit anna --tier A", today="2026-12-20")
    assert "Ask Anna Weiss" not in refcli.ok("due --within 100", today="2026-12-20").out


@pytest.mark.parametrize("is_back", [True, False])
def test_the_reason_of_a_drop_names_nobody_who_is_forgotten(refcli: Program, is_back: bool) -> None:
    for line in (
        'contact add "Jane Roe"',
        'contact add "Oskar Bold" --basis client',
        'contact drop oskar --because "took Jane Roe\'s side, and Roe is gone"',
    ):
        refcli.ok(line)
    if is_back:
        refcli.ok("contact restore oskar")
    refcli.ok('contact forget "Jane Roe" --yes')
    assert found(refcli) == {}
    assert (
        "dropped: took (forgotten)'s side, and (forgotten) is gone"
        in refcli.ok("contact timeline oskar").out
    )
