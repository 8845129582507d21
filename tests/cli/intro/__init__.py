"""Tests of cli/intro."""
