"""Sums that tables state: rows that make a total row, columns that make a total column, and what lies between plan and outturn."""

from pipeline.table_sums.finding import find_table_sums

__all__ = ["find_table_sums"]
