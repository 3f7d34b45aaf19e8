"""Text to figures: pure functions and spaCy components; no network, clock, database or Prefect."""
