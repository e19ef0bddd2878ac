// Directives with their meeting, for the ids that are given.
UNWIND $ids AS wanted
MATCH (d:Directive {id: wanted})
OPTIONAL MATCH (d)-[:MENTIONED_IN]->(:Document)-[:RECORDS]->(m:Meeting)
RETURN DISTINCT d.id AS id, d.text AS text, d.path AS path, d.act AS act, d.due AS due, d.due_text AS due_text, d.recurrence AS recurrence,
       d.date AS date, m.id AS meeting, m.title AS meeting_title
