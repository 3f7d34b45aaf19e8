"""Whose number is it, of what, for when, and on whose word: each field of a figure decided by named rules, with the words that decided."""

from pipeline.attribution.attribute import attribute

__all__ = ["attribute"]
