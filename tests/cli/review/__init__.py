"""`refcli review`."""
