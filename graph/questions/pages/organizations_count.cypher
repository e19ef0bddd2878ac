// How many bodies there are.
MATCH (o:Organization) RETURN count(o) AS total
