// Meetings, the latest first, with how much each handed out and decided.
MATCH (m:Meeting) WHERE coalesce(m.date, '') <= $as_of
WITH m ORDER BY coalesce(m.date, '') DESC, m.id SKIP $skip LIMIT $limit
OPTIONAL MATCH (document:Document)-[:RECORDS]->(m)
OPTIONAL MATCH (document)<-[:MENTIONED_IN]-(d:Directive)
WITH m, document, count(DISTINCT d) AS directives
OPTIONAL MATCH (document)<-[:MENTIONED_IN]-(decision:Decision)
WITH m, document, directives, count(DISTINCT decision) AS decisions
RETURN m.id AS id, m.title AS title, m.date AS date, m.meeting_kind AS meeting_kind, document.body AS body, directives, decisions
ORDER BY coalesce(m.date, '') DESC, m.id
