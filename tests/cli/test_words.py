"""`words`: templates of one's own, checked before they are kept, and what they cannot do."""

import sys

import pytest

from refcli.domain.drafts.form import Form
from refcli.domain.drafts.template import SLOTS, check_template, starting_template
from tests.support.program import Program

MINE = "Liebe {{ to.greeting }},\n\nvielen Dank für {{ prospect.name }}. {{ what_came }}\n\nIhr Ben"


@pytest.fixture
def introduced(anna: Program) -> Program:
    anna.ok('intro anna "Dora Lee" --how written')
    return anna


def test_words_of_ones_own_stand_wherever_the_form_does(introduced: Program) -> None:
    kept = introduced.ok("words edit thank --from -", stdin=MINE)
    assert kept.out == "thank: your own words are kept\n"
    mine = (
        "Liebe Anna,\n\nvielen Dank für Dora Lee. I will be in touch with Dora at once, and will"
        " tell you how it goes.\n\nIhr Ben"
    )
    for line in ("thank draft anna", "write anna", "words try thank anna"):
        assert introduced.ok(line).out == f"{mine}\n"
    introduced.ok("words reset thank")
    assert introduced.ok("thank draft anna").out.startswith("Anna, thank you for introducing me")
    introduced.ok("undo")
    assert introduced.ok("thank draft anna").out == f"{mine}\n"


def test_an_ask_has_words_by_tone(anna: Program) -> None:
    anna.ok("words edit ask --tone brief --from -", stdin="{{ to.greeting }}! {{ question }}")
    options = '--in dentistry --looking-for "sell"'
    question = "Do you know anyone in dentistry who is looking to sell?"
    assert anna.ok(f"ask draft anna {options} --tone brief").out == f"Anna! {question}\n"
    assert anna.ok(f"ask draft anna {options}").out != f"Anna! {question}\n"
    anna.ok("words edit ask --from -", stdin="Dear {{ to.greeting }}, {{ question|lower }}")
    anna.ok(f"ask anna {options} --anyway")
    assert anna.ok("ask list --json").json[0]["words"] == f"Dear Anna, {question.lower()}"


def test_the_list_says_which_are_ones_own(anna: Program) -> None:
    anna.ok("words edit wish --from -", stdin="{{ built_in }} Ben")
    found = {(row["form"], row["tone"]): row for row in anna.ok("words list --json").json}
    assert list(found) == [(slot.form, slot.tone) for slot in SLOTS]
    assert found["wish", None]["own"] == "{{ built_in }} Ben"
    assert found["thank", None]["own"] is None
    assert "to.greeting" in found["thank", None]["variables"]
    assert anna.ok("words show wish").out == "{{ built_in }} Ben\n"
    assert "{{ built_in }}" in anna.ok("words show thank").out


def test_they_go_into_the_export_and_come_back(anna: Program, tmp_path: object) -> None:
    anna.ok("words edit wish --from -", stdin="{{ built_in }} Ben")
    file = f"{tmp_path}/all.json"
    anna.ok(["export", file])
    other = Program(anna.store.parent / "other.db")
    other.ok(["import", file])
    assert other.ok("words show wish").out == "{{ built_in }} Ben\n"


def test_one_that_fails_later_gives_way_to_the_built_in_words(introduced: Program) -> None:
    text = "{{ to.greeting }}" + "{{ built_in }}" * 600
    introduced.ok("words edit thank --from -", stdin=text)
    result = introduced.ok("thank draft anna")
    assert result.out.startswith("Anna, thank you for introducing me")
    assert "your template thank failed" in result.err
    assert "built-in words" in result.err


ESCAPES = [
    "",
    "{{ x }}",
    "{{ to.__class__ }}",
    "{{ to.name.__class__.__mro__ }}",
    "{{ ''.__class__ }}",
    "{{ to['name'] }}",
    "{{ to|attr('__class__') }}",
    "{{ built_in.format(to) }}",
    "{{ lipsum.__globals__ }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ range(9999999) }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ 'a' * 99999999 }}",
    "{{ [1] }}",
    "{{ built_in|replace('a', 'aaaa') }}",
    "{{ built_in|center(99999999) }}",
    "{% for a in built_in %}{{ a }}{% endfor %}",
    "{% set a = 1 %}",
    "{% macro a() %}{% endmacro %}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% extends 'x' %}",
    "{% call a() %}{% endcall %}",
    "{% filter upper %}x{% endfilter %}",
    "{{ to.greeting ",
    "{% if to.name %}",
    "{% if to.name %}" * 400 + "x" + "{% endif %}" * 400,
    "x" * 10_001,
]


@pytest.mark.parametrize("text", ESCAPES, ids=range(len(ESCAPES)))
def test_a_template_reaches_nothing_else(anna: Program, text: str) -> None:
    anna.ok("words edit wish --from -", stdin="{{ built_in }} Ben")
    result = anna("words edit wish --from -", stdin=text)
    assert (result.code, result.out) == (2, "")
    assert "nothing was saved; the one before stays" in result.err
    assert anna.ok("words show wish").out == "{{ built_in }} Ben\n"


def test_a_name_is_never_code(anna: Program) -> None:
    anna.ok(["contact", "add", "Ann Lee{{me.name}}{%raw%}"])
    anna.ok("words edit reconnect --from -", stdin="Dear {{ to.name }}, how are you?")
    text = anna.ok("write @2 --form reconnect").out
    assert text == "Dear Ann Lee{{me.name}}{%raw%}, how are you?\n"


@pytest.mark.parametrize("form", Form)
def test_every_form_can_be_begun_with_the_built_in_words(form: Form) -> None:
    check_template(form, starting_template(form))


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("words edit wish --tone warm --from -", 2, "only an ask has tones"),
        ("words edit poem --from -", 2, "poem"),
        ("words edit wish --from /nowhere/x", 66, "no such file"),
        ("words reset wish", 1, "no template of your own for wish"),
        ("words try wish nobody", 3, "no contact matches"),
    ],
)
def test_what_cannot_be_done_says_so(anna: Program, line: str, code: int, said: str) -> None:
    result = anna(line, stdin="x")
    assert (result.code, result.out) == (code, "")
    assert said in result.err


@pytest.mark.parametrize("text", ["{{ 1|a }}", "{{ none|a }}", "{{ me }}", "{{ to }} x"])
def test_what_prints_nothing_sensible_is_no_template(sample: Program, text: str) -> None:
    refused = sample("words edit thank --from -", stdin=text)
    assert (refused.code, refused.out) == (2, "")
    assert "that is no template" in refused.err


def test_a_template_that_fails_for_somebody_gives_way(sample: Program) -> None:
    text = '{% if to.name == "Maya Stern" %}{{ 1|a }}{% endif %}mine'
    sample.ok("words edit thank --from -", stdin=text)
    told = sample.ok("write maya --form thank")
    assert told.out.startswith("Maya, thank you")
    assert "your template thank failed" in told.err


@pytest.mark.skipif(sys.platform == "win32", reason="needs an endless file")
def test_words_of_an_endless_file_are_refused(refcli: Program) -> None:
    refused = refcli("words edit thank --from /dev/zero")
    assert (refused.code, refused.out) == (2, "")
    assert "more than a text may be" in refused.err
