"""The DuckDB tables, the SQL rules that reconcile, and exports."""
