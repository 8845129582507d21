"""The replay of a life."""
