"""The forms that a review can be written in."""

from refcli.render.review.as_markdown import report_markdown
from refcli.render.review.as_page import report_page
from refcli.render.review.as_picture import report_picture

REPORT_FORMATS = {"md": report_markdown, "html": report_page, "svg": report_picture}
