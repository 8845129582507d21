"""Tests of cli/ask."""
