"""The drawings that need Rich, loaded on a terminal only."""
