"""Duplicates, merging and forgetting."""
