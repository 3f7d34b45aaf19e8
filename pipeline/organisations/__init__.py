"""Organisations: the register of those that are known, and finding the ones that a text names."""

from pipeline.organisations.linking import find_organisations

__all__ = ["find_organisations"]
