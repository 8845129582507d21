"""Whole-process timings as ratios; no test, since time is no verdict."""
