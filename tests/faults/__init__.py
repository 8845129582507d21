"""The slow target: a kill before each file call of representative commands."""
