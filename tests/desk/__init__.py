"""The desk, driven by its keys."""
