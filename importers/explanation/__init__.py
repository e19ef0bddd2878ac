"""How a document was read, clause by clause, for people who check the rules."""
