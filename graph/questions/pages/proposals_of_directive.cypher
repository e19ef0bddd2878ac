// What a model proposed about a directive, or the proposal (by its id) that it was accepted from.
MATCH (p:Proposal) WHERE p.current = $id OR p.id = $proposal
OPTIONAL MATCH (d:Document {id: p.document})
OPTIONAL MATCH (s:Directive {id: p.current})
OPTIONAL MATCH (j:Judgement {subject: p.id})
WITH p, d, s, j ORDER BY j.at
WITH p, d, s, last(collect(j.who)) AS who, last(collect(j.date)) AS decided
RETURN p.id AS id, p.proposed AS proposed, p.text AS text, p.role AS role, p.owners AS owners, p.due AS due, p.due_text AS due_text,
       p.recurrence AS recurrence, p.model AS model, p.state AS state, who, decided, s.id AS directive, s.text AS directive_text,
       d.id AS document, d.name AS document_name, p.date AS date, p.start AS start, p.end AS end
ORDER BY start, proposed, id
