// title.zh: 逾期任务
// title.en: Overdue directives
// about.zh: 完成时限已过而未办结的任务，最早到期的在前
// about.en: Open directives whose time limit has passed, the longest overdue first
// $as_of: date = today · 截至日期 · the day of which it tells

OPTIONAL MATCH (p:Proposal) WHERE p.proposed = 'due' AND p.state = 'accept'
WITH collect({id: p.current, due: p.due}) AS accepted
OPTIONAL MATCH (j:Judgement) WHERE j.judged = 'status' AND j.current IS NOT NULL AND j.date <= $as_of
WITH accepted, j ORDER BY j.at
WITH accepted, j.current AS judged, last(collect(j.status)) AS decided
WITH accepted, collect(CASE WHEN decided <> 'open' THEN judged END) AS closed, collect(CASE WHEN decided = 'open' THEN judged END) AS reopened
OPTIONAL MATCH (finished:Directive)-[e:EVOLVES_TO]->(step)
WHERE e.relation IN ['completes', 'revokes'] AND coalesce(step.date, '') <= $as_of AND NOT finished.id IN reopened
WITH accepted, closed, collect(finished.id) AS reported
MATCH (d:Directive)
WHERE coalesce(d.date, '') <= $as_of AND NOT d.id IN closed AND NOT d.id IN reported
WITH d, coalesce(d.due, head([limit IN accepted WHERE limit.id = d.id | limit.due])) AS due
WHERE due < left($as_of, size(due))
OPTIONAL MATCH (owner)-[r:LEADS|RESPONSIBLE_FOR|ANSWERS_FOR]->(d) WHERE coalesce(r.role, 'LEADS') IN ['LEADS', 'RESPONSIBLE_FOR']
WITH d, due, coalesce(owner.name, owner.title, r.name) AS owner ORDER BY r.start, owner
WITH d, due, collect(owner) AS owners
OPTIONAL MATCH (d)-[:MENTIONED_IN]->(:Document)-[:RECORDS]->(m:Meeting)
RETURN DISTINCT due, owners, d.text AS text, m.title AS meeting, d.date AS date, d.id AS directive
ORDER BY due, directive
