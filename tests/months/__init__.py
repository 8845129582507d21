"""A month of three practices, day by day: what each morning's list says, with a verdict a line."""
