"""Giving back."""
