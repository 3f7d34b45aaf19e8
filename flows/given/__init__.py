"""Figures that people give, checked or labelled by hand: read from JSON lines, put into texts, and reconciled; nothing of it stays."""
