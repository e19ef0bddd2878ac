// How many meetings there are.
MATCH (m:Meeting) WHERE coalesce(m.date, '') <= $as_of RETURN count(m) AS total
