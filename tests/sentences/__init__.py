"""What people type after a meeting, and what they meant by it."""
