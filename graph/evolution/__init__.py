"""How directives move from meeting to meeting: which later one takes up which earlier one, and in what way."""
