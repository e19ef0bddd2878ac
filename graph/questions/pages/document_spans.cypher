// Everything that a document states, with the stretch of its text.
MATCH (:Document {id: $id})<-[e:MENTIONED_IN]-(n)
RETURN n.id AS id, coalesce(n.name, n.title) AS title, e.start AS start, e.end AS end ORDER BY e.start
