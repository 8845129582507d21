"""Use-cases: the only place where SQLModel exists and the store changes."""
