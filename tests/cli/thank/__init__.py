"""Tests of cli/thank."""
