"""The file itself: where it is, how it is opened, how its schema grows."""
