"""`refcli kit …`."""

import html.parser
from pathlib import Path

import pytest

from tests.support.program import Program

FIELDS = (
    "--name 'Sam Rivers' --business 'Rivers Accounting' --message 'I help owners sleep'"
    " --services accounts --differs 'I answer the phone' --why 'my father had a shop'"
    " --promise 'I call within a day' --say 'ask for Sam'"
)


@pytest.fixture
def kit(anna: Program) -> Program:
    anna.ok(f"kit edit {FIELDS}")
    anna.ok(
        'kit target dental --in "dental practices" --looking-for "open a second practice"'
        " --qualities 'who pay on time' --listen-for 'we are full' --not chains"
    )
    return anna


def test_filled_in_and_shown(kit: Program) -> None:
    assert kit.ok("kit").out == (
        "Sam Rivers, Rivers Accounting\n"
        "=============================\n"
        "\n"
        "In one sentence\n"
        "  I help owners sleep\n"
        "\n"
        "Whom I would like to meet: dental\n"
        "  Do you know anyone at a dental practice who is looking to open a second practice?\n"
        "  Ideally: who pay on time\n"
        "  Listen for: we are full\n"
        "  Not for me: chains\n"
        "\n"
        "What I do\n"
        "  accounts\n"
        "\n"
        "What sets me apart\n"
        "  I answer the phone\n"
        "\n"
        "Why I do it\n"
        "  my father had a shop\n"
        "\n"
        "What happens to somebody you send me\n"
        "  I call within a day\n"
        "\n"
        "What you could say about me\n"
        "  ask for Sam\n"
    )
    shown = kit.ok("kit show --json").json
    assert shown["promise"] == "I call within a day"
    assert shown["targets"][0]["not"] == "chains"
    kit.ok(["kit", "edit", "--why", ""])
    assert kit.ok("kit --json").json["why"] is None
    assert "why" in kit.ok("kit").err


def test_targets(kit: Program) -> None:
    kit.ok("kit target dental --looking-for retire --kind partner")
    [target] = kit.ok("kit targets --json").json
    assert (target["industry"], target["looking_for"], target["kind"]) == (
        "dental practices",
        "retire",
        "partner",
    )
    assert "still broad" in kit.ok("kit target anybody --in anyone").err
    kit.ok("kit target anybody --remove")
    assert [t["name"] for t in kit.ok("kit targets --json").json] == ["dental"]
    assert kit("kit target anybody --remove").code == 3
    kit.ok("kit target anybody --in retailers --looking-for export")
    assert len(kit.ok("kit targets --json").json) == 2
    assert "retailers who are looking to export?" in kit.ok("kit targets").out


def test_sharing_teaches(kit: Program) -> None:
    kit.ok('intro anna "Ben Okoye"')
    assert ("educate", "Anna Weiss") in kit.due()
    kit.ok("kit share anna --how video")
    assert ("educate", "Anna Weiss") not in kit.due()
    shown = kit.ok("contact show anna --json").json
    assert (shown["taught_on"], shown["last_interaction"]) == ("2026-11-20", "2026-11-20")
    assert kit.ok("log list --json").json[0]["how"] == "video"


def test_fitted_to_one_source(kit: Program) -> None:
    kit.ok('kit target food --in "food producers" --looking-for export')
    kit.ok('kit target build --in builders --looking-for "hire people"')
    text = kit.ok("kit show --for anna").out
    assert "For Anna: what helps me most" in text
    assert text.index("dental") < text.index("food")
    assert "build" not in text


class Page(html.parser.HTMLParser):
    """What a page loads, and the text that it shows."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not {name for name, _ in attrs} & {"src", "href", "onload", "onclick"}

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("ending", ["html", "md", "txt"])
def test_export(kit: Program, tmp_path: Path, ending: str) -> None:
    kit.ok(["kit", "edit", "--say", "<script>alert(1)</script> & *more*\nsecond line"])
    file = tmp_path / f"kit.{ending}"
    kit.ok(["kit", "export", str(file)])
    text = file.read_text(encoding="utf-8")
    assert "Sam Rivers, Rivers Accounting" in text
    assert file.stat().st_mode & 0o777 == 0o600
    if ending == "html":
        page = Page()
        page.feed(text)
        assert "script" not in page.tags
        assert "<script>alert(1)</script> & *more*" in page.text
        assert "url(" not in text
    if ending == "md":
        assert "\\<script\\>" in text
    again = kit(["kit", "export", str(file)])
    assert again.code == 73
    assert file.read_text(encoding="utf-8") == text
    kit.ok(["kit", "export", str(file), "--force", "--for", "anna"])
    assert "For Anna" in file.read_text(encoding="utf-8")


def test_export_elsewhere(kit: Program, tmp_path: Path) -> None:
    assert kit(["kit", "export", str(tmp_path / "kit.pdf")]).code == 2
    assert kit(["kit", "export", str(tmp_path / "no" / "kit.md")]).code == 74
    victim = tmp_path / "victim"
    victim.write_text("keep me", encoding="utf-8")
    link = tmp_path / "kit.md"
    link.symlink_to(victim)
    assert kit(["kit", "export", str(link)]).code == 73
    kit.ok(["kit", "export", str(link), "--force"])
    assert victim.read_text(encoding="utf-8") == "keep me"


def test_questions(refcli: Program) -> None:
    refcli.ok(
        "kit edit",
        answers=[
            ("Your name", "Sam"),
            ("Your business", ""),
            ("in one sentence", "I help"),
            ("in a line or two", ""),
            ("sets you apart", ""),
            ("Why do you", ""),
            ("sent to you", ""),
            ("say about you", ""),
        ],
    )
    assert refcli.ok("kit --json").json["message"] == "I help"
    refcli.ok(
        "kit target",
        answers=[
            ("call this target", "dental"),
            ("industry or group", "dentists"),
            ("looking to do", "retire"),
            ("hear them say", "I am tired"),
        ],
    )
    assert refcli.ok("kit targets --json").json[0]["listen_for"] == "I am tired"
    assert refcli("kit edit").code == 2
    assert refcli("kit target").code == 2
    left = refcli("kit edit", answers=[("Your name", "Zed"), ("Your business", EOFError)])
    assert left.code == 130
    assert refcli.ok("kit --json").json["name"] == "Sam"


def test_empty(refcli: Program) -> None:
    assert refcli.ok("kit").out.startswith("My referral kit\n")
    assert refcli.ok("kit targets --json").json == []


def test_what_init_told_is_in_the_kit(refcli: Program) -> None:
    refcli.ok("init --name 'Sam Doe' --profession coach")
    assert refcli.ok("kit").out.startswith("Sam Doe, coach\n")
    refcli.ok("kit target vague --in anyone")
    assert "Do you know" not in refcli.ok("kit").out


def test_the_card_is_a_code_black_on_white(kit: Program) -> None:
    plain = kit.ok("kit --qr").lines
    assert {len(line) for line in plain} == {2 * len(plain) - 1}
    assert set("".join(plain)) == {" ", "▀", "▄", "█"}
    assert not "".join(plain[:2]).strip()
    drawn = kit.ok("kit --qr", terminal=120).lines
    assert [
        line.removeprefix("\x1b[38;5;16;48;5;231m").removesuffix("\x1b[0m") for line in drawn
    ] == plain


def test_a_card_needs_a_name(anna: Program, tmp_path: Path) -> None:
    for line in ("kit --qr", f"kit export {tmp_path}/me.vcf"):
        result = anna(line)
        assert (result.code, result.out) == (2, "")
        assert "a card needs your name" in result.err


def test_the_card_as_a_file_holds_what_a_source_should_know(kit: Program, tmp_path: Path) -> None:
    file = tmp_path / "me.vcf"
    kit.ok(["kit", "export", str(file)])
    card = file.read_text(encoding="utf-8").replace("\n ", "").replace("\r", "")
    assert "FN:Sam Rivers\n" in card
    assert "ORG:Rivers Accounting\n" in card
    for told in ("I help owners sleep", "we are full", "I call within a day"):
        assert told in card
    found = kit.ok(["import", str(file), "--dry-run", "--json"]).json
    assert found["new"] == 1
