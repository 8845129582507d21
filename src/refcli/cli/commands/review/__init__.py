"""The review: figures, leaks, pictures, and the guided one."""
