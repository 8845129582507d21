"""Tests of cli/followup."""
