"""What a model proposed about words that no rule understood, and what people decided about it."""
