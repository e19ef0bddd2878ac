// The directives that a body has to do with, and how.
MATCH (:Organization {id: $id})-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|SUPERVISES|ANSWERS_FOR]->(d:Directive)
WHERE coalesce(d.date, '') <= $as_of
RETURN d.id AS id, coalesce(r.role, type(r)) AS role ORDER BY coalesce(d.date, '') DESC, d.id
