"""One module a command, found by its path in the registry."""
