// The clauses of a document in their order.
MATCH (:Document {id: $id})<-[e:MENTIONED_IN]-(c:Clause)
RETURN c.id AS id, c.path AS path, c.class AS class, min(e.start) AS start ORDER BY start
