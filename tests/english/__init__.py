"""English: what people type, classified and framed."""
