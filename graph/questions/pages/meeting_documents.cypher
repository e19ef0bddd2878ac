// The documents that record a meeting.
MATCH (d:Document)-[:RECORDS]->(:Meeting {id: $id})
RETURN d.id AS id, d.name AS name, d.text AS text ORDER BY d.id
