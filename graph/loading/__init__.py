"""Documents into the graph and out of it again, each whole or not at all."""
