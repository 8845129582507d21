"""Tests of cli/log."""
