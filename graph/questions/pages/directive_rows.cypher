// Directives with their meeting, for the ids that are given; a date or frequency that was proposed and accepted fills a blank, as inferred.
UNWIND $ids AS wanted
MATCH (d:Directive {id: wanted})
OPTIONAL MATCH (d)-[:MENTIONED_IN]->(:Document)-[:RECORDS]->(m:Meeting)
OPTIONAL MATCH (p:Proposal {current: wanted}) WHERE p.proposed = 'due' AND p.state = 'accept'
WITH d, m, max(p.due) AS due, max(p.recurrence) AS recurrence, max(p.due_text) AS due_text
RETURN d.id AS id, d.text AS text, d.path AS path, d.act AS act, coalesce(d.due, due) AS due, coalesce(d.due_text, due_text) AS due_text,
       coalesce(d.recurrence, recurrence) AS recurrence,
       CASE WHEN due_text IS NOT NULL THEN 'inferred' WHEN d.due IS NOT NULL OR d.recurrence IS NOT NULL THEN 'stated' END AS due_basis,
       d.date AS date, m.id AS meeting, m.title AS meeting_title
