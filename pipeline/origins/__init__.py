"""What a story, or a figure of it, goes back to."""

from pipeline.origins.clues import origin_clues

__all__ = ["origin_clues"]
