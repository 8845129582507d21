"""Random sequences of commands, and what holds after any of them."""
