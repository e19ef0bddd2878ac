"""The files that offices open: a list as sheet, letter, page, CSV and JSON."""
