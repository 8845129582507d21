"""Lines to type: whatever a value holds, it stays one word of the shell."""

import shlex
import shutil
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refcli.domain.contacts import Person
from refcli.domain.typed import quoted, typed

BASH = shutil.which("bash") or ""
printable = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")), max_size=30
)


@pytest.mark.parametrize(
    ("value", "word"),
    [
        ("Anna", "Anna"),
        ("Anna Weiss", '"Anna Weiss"'),
        ("Müller-Ö.", "Müller-Ö."),
        ("", '""'),
        ("a;b", '"a;b"'),
        ("it's", '"it\'s"'),
        ('say "x"', "'say \"x\"'"),
        ("a $(touch x)", "'a $(touch x)'"),
        ("a `b`", "'a `b`'"),
        ("wow!", "'wow!'"),
        ("a\\b", "'a'\\\\'b'"),
        ("'$'", "''\\''$'\\'''"),
        ("a\nb", "'a\nb'"),
        (12, "12"),
        (Person(3, "Anna Weiss"), '"Anna Weiss"'),
        (Person(3, "Anna"), "Anna"),
        (Person(3, "-rf"), "@3"),
        (Person(3, "@7 Anna"), "@3"),
        (Person(3, "Anna!"), "@3"),
        (Person(3, 'x"; touch PWN; "'), "@3"),
        (Person(3, "a $(b)"), "@3"),
        (Person(3, "a\\"), "@3"),
        (Person(3, "a\u2028b"), "@3"),
    ],
)
def test_a_value_is_one_word(value: Person | str | int, word: str) -> None:
    assert typed("refcli thank {} --on today", value) == f"refcli thank {word} --on today"


@given(printable)
def test_a_posix_shell_reads_it_back(text: str) -> None:
    assert shlex.split(quoted(text)) == [text]
    assert shlex.split(typed("refcli log {} --with {}", text, "b")) == [
        *("refcli", "log", text, "--with", "b")
    ]


@pytest.mark.parametrize("shell", ["sh", "bash", "zsh", "fish"])
@pytest.mark.parametrize(
    "text", ["Bob\\'; echo PWNED; #", "a\\", "\\\\", "it's $x \\n", "`a` \\'b", "!x", "{a,b} *"]
)
def test_each_shell_that_is_here_reads_it_back(shell: str, text: str) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"no {shell} here")
    told = subprocess.run(
        [program, "-c", f"printf %s {quoted(text)}"], capture_output=True, text=True, check=True
    )
    assert told.stdout == text


@given(st.lists(printable.filter(lambda t: "\x00" not in t), min_size=1, max_size=60))
@settings(max_examples=5)
@pytest.mark.skipif(not BASH, reason="no bash here")
def test_bash_itself_reads_it_back(texts: list[str]) -> None:
    line = typed("printf '%s\\0'" + " {}" * len(texts), *texts)
    done = subprocess.run(
        [BASH, "-c", line], capture_output=True, text=True, check=True, env={"LC_ALL": "C.UTF-8"}
    )
    assert done.stdout.split("\0")[:-1] == texts


@pytest.mark.parametrize("name", ["list", "Edit", "add", "who"])
def test_somebody_named_like_a_verb_is_named_by_their_id(name: str) -> None:
    assert (
        typed("refcli ask {} --planned today", Person(7, name)) == "refcli ask @7 --planned today"
    )
    assert typed("refcli ask {}", Person(7, f"{name} Smith")) == f'refcli ask "{name} Smith"'
