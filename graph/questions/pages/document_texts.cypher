// The texts of documents.
UNWIND $ids AS wanted
MATCH (d:Document {id: wanted}) RETURN d.id AS id, d.text AS text
