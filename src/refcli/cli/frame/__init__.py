"""The frame of the program: entry, command tree, lanes, completion; no command of its own."""
