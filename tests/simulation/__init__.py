"""Half a year of a practice, played through the rules: how much is asked of a person."""
