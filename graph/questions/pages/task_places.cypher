// Where each directive stands: its document and place there, its meeting, issuing body and the matters it is about.
MATCH (d:Directive)-[place:MENTIONED_IN]->(document:Document)
WHERE coalesce(d.date, '') <= $as_of
OPTIONAL MATCH (document)-[:RECORDS]->(m:Meeting)
OPTIONAL MATCH (d)-[:ABOUT]->(matter:Matter)
RETURN d.id AS id, d.date AS date, document.id AS document, document.path AS path, document.body AS body, min(place.start) AS start,
       min(m.id) AS meeting, collect(DISTINCT matter.id) AS matters
