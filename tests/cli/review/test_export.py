"""The review as a page, a picture and Markdown; the page in a real browser."""

import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.support.program import Program

BROWSER = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)


class Names(HTMLParser):
    """The tags and attributes that a page uses, and whether its tags are closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [v or "" for k, v in attrs if k in ("src", "href", "action")]
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("rect", "line"):
            assert self.open.pop() == tag
            return
        assert self.open.pop() == tag


def test_page_is_whole_and_alone(sample: Program, tmp_path: Path) -> None:
    file = tmp_path / "review.html"
    assert f"wrote {file}" in sample.ok(["review", "export", str(file)]).out
    text = file.read_text(encoding="utf-8")
    page = Names()
    page.feed(text)
    assert page.open == []
    assert "script" not in page.tags
    assert page.links == []
    assert "@import" not in text
    assert "url(" not in text
    for part in ("Referral review: Sam Rivers", "Carla Mendes", "Where it leaks", "<svg"):
        assert part in text
    assert file.stat().st_mode & 0o077 == 0


def test_hostile_names_stay_text(refcli: Program, tmp_path: Path) -> None:
    name = '<img src=x onerror=alert(1)>"&|*_[x](y)'
    refcli.ok(["contact", "add", name, "--basis", "friend"])
    refcli.ok(["intro", "@1", "<b>Pia</b>"])
    for ending in ("html", "svg", "md"):
        refcli.ok(["review", "export", str(tmp_path / f"r.{ending}")])
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "<img" not in page
    assert "<b>Pia" not in page
    ET.fromstring((tmp_path / "r.svg").read_text(encoding="utf-8"))  # noqa: S314  our own file
    text = (tmp_path / "r.md").read_text(encoding="utf-8")
    assert "](y)" not in re.sub(r"`[^`]*`|\\.", "", text)


def test_picture_is_one_svg(sample: Program, tmp_path: Path) -> None:
    file = tmp_path / "review.svg"
    sample.ok(["review", "export", str(file)])
    root = ET.fromstring(file.read_text(encoding="utf-8"))  # noqa: S314  our own file
    assert root.tag.endswith("svg")
    words = " ".join(t.text or "" for t in root.iter() if t.tag.endswith("text"))
    assert "asks" in words
    assert "Judith Frank: won" in words


def test_markdown_has_every_part(sample: Program, tmp_path: Path) -> None:
    file = tmp_path / "review.md"
    sample.ok(["review", "export", str(file), "--since", "2026-01-01"])
    text = file.read_text(encoding="utf-8")
    for part in ("# Referral review", "## Sources", "## Champions", "## Thanks", "## Where it"):
        assert part in text
    assert "Since Thu 1 Jan" in text


def test_export_refuses_what_it_should(sample: Program, tmp_path: Path) -> None:
    assert sample(["review", "export", str(tmp_path / "r.pdf")]).code == 2
    file = tmp_path / "r.md"
    file.write_text("mine", encoding="utf-8")
    assert sample(["review", "export", str(file)]).code == 73
    assert file.read_text(encoding="utf-8") == "mine"
    sample.ok(["review", "export", str(file), "--force"])
    assert sample(["review", "export", str(tmp_path / "no" / "r.md")]).code == 74


@pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")
@pytest.mark.parametrize("width", [360, 500, 1200])
def test_page_fits_a_real_browser(sample: Program, tmp_path: Path, width: int) -> None:
    file = tmp_path / "review.html"
    sample.ok(["review", "export", str(file)])
    probe = tmp_path / "probe.html"
    text = file.read_text(encoding="utf-8").replace(
        "</body>",
        "<script>parent.postMessage([document.documentElement.scrollWidth,"
        "document.documentElement.clientWidth],'*')</script></body>",
    )
    inner = text.replace("&", "&amp;").replace('"', "&quot;")
    probe.write_text(
        "<!doctype html><title>waiting</title><script>onmessage=e=>{"
        "document.title='WIDTH '+e.data.join(' of ')}</script>"
        f'<iframe style="border:0;width:{width}px;height:900px" srcdoc="{inner}"></iframe>',
        encoding="utf-8",
    )
    dom = browse(tmp_path, "--dump-dom", "--virtual-time-budget=3000", probe.as_uri())
    found = re.search(r"WIDTH (\d+) of (\d+)", dom)
    assert found, dom[:300]
    assert int(found[1]) <= int(found[2]) == width


@pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")
def test_page_is_drawn_in_a_real_browser(sample: Program, tmp_path: Path) -> None:
    file, shot = tmp_path / "review.html", tmp_path / "shot.png"
    sample.ok(["review", "export", str(file)])
    browse(tmp_path, f"--screenshot={shot}", "--window-size=1100,1400", file.as_uri())
    # A blank page of this size packs into a few kilobytes; charts and tables do not.
    assert shot.stat().st_size > 50_000


def browse(folder: Path, *arguments: str) -> str:
    assert BROWSER is not None
    flags = (
        *("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"),
        *(
            "--no-first-run",
            "--hide-scrollbars",
            "--disable-dev-shm-usage",
            f"--user-data-dir={folder / 'profile'}",
        ),
    )
    done = subprocess.run(
        [BROWSER, *flags, *arguments], capture_output=True, text=True, timeout=120, check=True
    )
    return done.stdout
