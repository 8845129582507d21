"""Tests of cli/contact."""
