"""Keeps what minutes state as a graph and answers questions about it."""
