"""Tests of cli/engagement."""
