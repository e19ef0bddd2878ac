// Counts for the start page. $closed: ids of directives that are no longer open; $soon: the last day that is still soon.
MATCH (document:Document) WHERE coalesce(document.date, '') <= $as_of
WITH count(document) AS documents
OPTIONAL MATCH (meeting:Meeting) WHERE coalesce(meeting.date, '') <= $as_of
WITH documents, count(meeting) AS meetings
OPTIONAL MATCH (d:Directive) WHERE coalesce(d.date, '') <= $as_of
WITH documents, meetings, d, d IS NOT NULL AND NOT d.id IN $closed AS open
RETURN documents, meetings, count(d) AS directives,
       sum(CASE WHEN open AND d.due < left($as_of, size(coalesce(d.due, ''))) THEN 1 ELSE 0 END) AS overdue,
       sum(CASE WHEN open AND d.due >= left($as_of, size(coalesce(d.due, ''))) AND d.due <= left($soon, size(coalesce(d.due, ''))) THEN 1 ELSE 0 END) AS soon,
       sum(CASE WHEN open AND d.due IS NULL AND d.recurrence IS NULL THEN 1 ELSE 0 END) AS undated,
       sum(CASE WHEN open AND NOT EXISTS { (d)<-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]-() } THEN 1 ELSE 0 END) AS ownerless
