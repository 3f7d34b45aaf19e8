"""Several organisations named at once, and who belongs to them."""
