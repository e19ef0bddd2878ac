// title.zh: 逾期任务
// title.en: Overdue directives
// about.zh: 完成时限已过而未办结的任务，最早到期的在前
// about.en: Open directives whose time limit has passed, the longest overdue first
// $as_of: date = today · 截至日期 · the day of which it tells

OPTIONAL MATCH (j:Judgement) WHERE j.judged = 'status' AND j.current IS NOT NULL AND j.date <= $as_of
WITH j ORDER BY j.at
WITH j.current AS judged, last(collect(j.status)) AS decided
WITH collect(CASE WHEN decided <> 'open' THEN judged END) AS closed, collect(CASE WHEN decided = 'open' THEN judged END) AS reopened
OPTIONAL MATCH (finished:Directive)-[e:EVOLVES_TO]->(step)
WHERE e.relation IN ['completes', 'revokes'] AND coalesce(step.date, '') <= $as_of AND NOT finished.id IN reopened
WITH closed, collect(finished.id) AS reported
MATCH (d:Directive)
WHERE coalesce(d.date, '') <= $as_of AND NOT d.id IN closed AND NOT d.id IN reported AND d.due < left($as_of, size(d.due))
OPTIONAL MATCH (owner)-[r:LEADS|RESPONSIBLE_FOR]->(d)
WITH d, coalesce(owner.name, owner.title) AS owner ORDER BY r.start, owner
WITH d, collect(owner) AS owners
OPTIONAL MATCH (d)-[:MENTIONED_IN]->(:Document)-[:RECORDS]->(m:Meeting)
RETURN DISTINCT d.due AS due, owners, d.text AS text, m.title AS meeting, d.date AS date, d.id AS directive
ORDER BY due, directive
