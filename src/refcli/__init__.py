"""A terminal-first personal referral tracker."""

__version__ = "0.2.0"
