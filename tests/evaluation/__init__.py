"""Adapters for measuring the rules on real logs; the logs themselves are not kept here."""
