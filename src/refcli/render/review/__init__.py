"""The review as JSON, text, Markdown, page and picture."""
