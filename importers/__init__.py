"""From files of minutes to the record stream."""
