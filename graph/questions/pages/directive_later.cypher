// The steps that follow a directive, nearest first.
MATCH (d:Directive {id: $id})-[e:EVOLVES_TO]->(step)
WHERE coalesce(step.date, '') <= $as_of
OPTIONAL MATCH (step)-[:MENTIONED_IN]->(:Document)-[:RECORDS]->(m:Meeting)
RETURN DISTINCT step.id AS id, step.text AS text, step.date AS date, e.relation AS relation, e.because AS because, m.title AS meeting_title
ORDER BY date
