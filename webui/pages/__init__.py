"""One module a noun: its addresses, what each asks of the graph, and the template that shows it."""
