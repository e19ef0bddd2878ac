// The steps that lead to a directive, nearest first.
MATCH (step:Directive)-[e:EVOLVES_TO]->(d:Directive {id: $id})
WHERE coalesce(step.date, '') <= $as_of
OPTIONAL MATCH (step)-[:MENTIONED_IN]->(:Document)-[:RECORDS]->(m:Meeting)
RETURN DISTINCT step.id AS id, step.text AS text, step.date AS date, e.relation AS relation, e.because AS because, m.title AS meeting_title
ORDER BY date DESC
