"""`refcli words`: templates of the user's own."""
