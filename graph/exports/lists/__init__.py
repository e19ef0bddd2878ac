"""What offices take away: lists of duties, each a title, columns and sections of rows, whatever the file that they are written to."""
