"""The graph as files of other kinds: records, GraphML, Turtle, and the responsibility list as a sheet or as CSV."""
