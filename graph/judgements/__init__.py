"""What people decide about directives, and how a directive stands because of it."""
