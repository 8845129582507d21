"""Tests of cli/config."""
