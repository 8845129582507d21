"""History, undo, backups, doctor."""
