"""A rich, made-up practice of two years, written through the same lane as everything else."""
