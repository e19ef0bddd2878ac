// Who chaired and attended a meeting.
MATCH (p:Person)-[r:CHAIRED|ATTENDED]->(:Meeting {id: $id})
RETURN p.id AS id, p.name AS name, type(r) AS edge, r.role AS role ORDER BY r.start, p.name
