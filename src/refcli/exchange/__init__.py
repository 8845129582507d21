"""File formats, both ways, as pure functions over text and bytes."""
