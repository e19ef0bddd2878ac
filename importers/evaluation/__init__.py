"""How well the extraction does: gold, its checker, the scorer and the accuracy card."""
