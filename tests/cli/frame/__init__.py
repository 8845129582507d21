"""Tests of the frame around the commands."""
