"""The tables as SQLModel classes, one noun a file, so that a command loads only what it writes."""
