"""Queries: sqlite3 rows to domain values, one noun a file."""
