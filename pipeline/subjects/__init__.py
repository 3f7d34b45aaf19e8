"""What money is for: the words near a sum that tell one cost of a body from another. "The signalling contract cost £5m" is about signalling."""

from pipeline.subjects.finding import with_subjects

__all__ = ["with_subjects"]
