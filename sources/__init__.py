"""Where documents come from, and how their bytes become one text, passages and table cells."""
