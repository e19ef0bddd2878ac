// Who answers for each of the directives that are given, in which role, and whether the words say so.
UNWIND $ids AS wanted
MATCH (d:Directive {id: wanted})<-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|SUPERVISES|ANSWERS_FOR]-(owner)
RETURN d.id AS directive, owner.id AS id, coalesce(owner.name, owner.title, r.name) AS name, coalesce(r.role, type(r)) AS role, r.basis AS basis
ORDER BY CASE role WHEN 'LEADS' THEN 0 WHEN 'RESPONSIBLE_FOR' THEN 1 WHEN 'SUPPORTS' THEN 2 ELSE 3 END, r.start, name
