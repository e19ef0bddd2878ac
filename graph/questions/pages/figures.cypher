// Counts for the start page. $closed: ids of directives that are no longer open; $soon: the last day that is still soon.
MATCH (document:Document) WHERE coalesce(document.date, '') <= $as_of
WITH count(document) AS documents
OPTIONAL MATCH (meeting:Meeting) WHERE coalesce(meeting.date, '') <= $as_of
WITH documents, count(meeting) AS meetings
OPTIONAL MATCH (p:Proposal) WHERE p.proposed = 'due' AND p.state = 'accept'
WITH documents, meetings, collect({id: p.current, due: p.due}) AS accepted, collect(p.current) AS limited
OPTIONAL MATCH (d:Directive) WHERE coalesce(d.date, '') <= $as_of
WITH documents, meetings, d, d IS NOT NULL AND NOT d.id IN $closed AS open,
     coalesce(d.due, head([limit IN accepted WHERE limit.id = d.id | limit.due])) AS due,
     d.recurrence IS NULL AND NOT d.id IN limited AS undated
RETURN documents, meetings, count(d) AS directives,
       sum(CASE WHEN open AND due < left($as_of, size(coalesce(due, ''))) THEN 1 ELSE 0 END) AS overdue,
       sum(CASE WHEN open AND due >= left($as_of, size(coalesce(due, ''))) AND due <= left($soon, size(coalesce(due, ''))) THEN 1 ELSE 0 END) AS soon,
       sum(CASE WHEN open AND due IS NULL AND undated THEN 1 ELSE 0 END) AS undated,
       sum(CASE WHEN open AND NOT EXISTS { (d)<-[:LEADS|RESPONSIBLE_FOR|SUPPORTS|ANSWERS_FOR]-() } THEN 1 ELSE 0 END) AS ownerless
