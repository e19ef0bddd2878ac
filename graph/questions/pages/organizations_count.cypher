// How many bodies there are.
MATCH (o:Organization)
WHERE EXISTS { (o)-[:MENTIONED_IN|INFERRED_FROM]->(said:Document) WHERE coalesce(said.date, '') <= $as_of }
RETURN count(o) AS total
