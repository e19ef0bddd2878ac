// The meetings that a document records.
MATCH (:Document {id: $id})-[:RECORDS]->(m:Meeting)
RETURN m.id AS id, m.title AS title, m.date AS date
