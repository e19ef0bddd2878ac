// The decisions that a document states.
MATCH (:Document {id: $id})<-[e:MENTIONED_IN]-(d:Decision)
RETURN d.id AS id, d.text AS text, min(e.start) AS start ORDER BY start
