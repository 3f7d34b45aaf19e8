"""Times as they are printed: financial years first, then dates, and words that a document's date settles."""

from pipeline.periods.finding import find_periods

__all__ = ["find_periods"]
