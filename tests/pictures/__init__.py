"""Pictures of screens for the README and the pages."""
