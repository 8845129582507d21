"""Tests of how a review is written."""
