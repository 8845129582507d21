"""Each promise names the tests that try it, and they exist."""

import re

from tests.support.pages import DOCS, ROOT


def test_each_promise_is_tried_by_a_test_that_exists() -> None:
    page = (DOCS / "trust.md").read_text(encoding="utf-8").partition("\n## ")[0]
    rows = [row for row in page.splitlines() if row.startswith("|")][2:]
    assert len(rows) >= 10
    for row in rows:
        named = re.findall(r"((?:test_\w+(?:, )?)+) in `(tests/[\w/.]+)`", row)
        assert named, row
        for names, path in named:
            source = (ROOT / path).read_text(encoding="utf-8")
            for name in names.split(", "):
                assert f"def {name}(" in source, (name, path)
