"""Tests of prep and debrief."""
