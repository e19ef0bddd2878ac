// Directives that a later meeting reports as completed or revoked.
MATCH (d:Directive)-[e:EVOLVES_TO]->(step)
WHERE e.relation IN ['completes', 'revokes'] AND coalesce(step.date, '') <= $as_of
RETURN d.id AS id, CASE e.relation WHEN 'completes' THEN 'done' ELSE 'dropped' END AS status, step.date AS date, step.text AS words
ORDER BY date
