// The directives that a document states.
MATCH (:Document {id: $id})<-[e:MENTIONED_IN]-(d:Directive)
RETURN d.id AS id, min(e.start) AS start ORDER BY start
