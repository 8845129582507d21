"""Tests of the questions themselves."""
