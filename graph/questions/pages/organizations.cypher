// Bodies and how many directives each leads, answers for, supports and supervises; the busiest first.
MATCH (o:Organization)
WHERE EXISTS { (o)-[:MENTIONED_IN|INFERRED_FROM]->(said:Document) WHERE coalesce(said.date, '') <= $as_of }
OPTIONAL MATCH (o)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|SUPERVISES|ANSWERS_FOR]->(d:Directive) WHERE coalesce(d.date, '') <= $as_of
WITH o, coalesce(r.role, type(r)) AS role
WITH o, sum(CASE WHEN role = 'LEADS' THEN 1 ELSE 0 END) AS leads,
     sum(CASE WHEN role = 'RESPONSIBLE_FOR' THEN 1 ELSE 0 END) AS answers,
     sum(CASE WHEN role = 'SUPPORTS' THEN 1 ELSE 0 END) AS supports,
     sum(CASE WHEN role = 'SUPERVISES' THEN 1 ELSE 0 END) AS supervises
RETURN o.id AS id, o.name AS name, coalesce(o.generic, false) AS generic, leads, answers, supports, supervises
ORDER BY leads + answers DESC, supports + supervises DESC, name, id SKIP $skip LIMIT $limit
