// title.zh: 即将到期的任务
// title.en: Due in the next days
// about.zh: 今后若干日内到期而未办结的任务
// about.en: Open directives that fall due within the next days
// $days: integer = 30 · 天数 · how many days ahead
// $as_of: date = today · 截至日期 · the day of which it tells

WITH toString(date($as_of) + duration({days: $days})) AS last_day
OPTIONAL MATCH (p:Proposal) WHERE p.proposed = 'due' AND p.state = 'accept'
WITH last_day, collect({id: p.current, due: p.due}) AS accepted
OPTIONAL MATCH (j:Judgement) WHERE j.judged = 'status' AND j.current IS NOT NULL AND j.date <= $as_of
WITH accepted, last_day, j ORDER BY j.at
WITH accepted, last_day, j.current AS judged, last(collect(j.status)) AS decided
WITH accepted, last_day, collect(CASE WHEN decided <> 'open' THEN judged END) AS closed, collect(CASE WHEN decided = 'open' THEN judged END) AS reopened
OPTIONAL MATCH (finished:Directive)-[e:EVOLVES_TO]->(step)
WHERE e.relation IN ['completes', 'revokes'] AND coalesce(step.date, '') <= $as_of AND NOT finished.id IN reopened
WITH accepted, last_day, closed, collect(finished.id) AS reported
MATCH (d:Directive)
WHERE coalesce(d.date, '') <= $as_of AND NOT d.id IN closed AND NOT d.id IN reported
WITH d, last_day, coalesce(d.due, head([limit IN accepted WHERE limit.id = d.id | limit.due])) AS due
WHERE due >= left($as_of, size(due)) AND due <= left(last_day, size(due))
OPTIONAL MATCH (owner)-[r:LEADS|RESPONSIBLE_FOR|ANSWERS_FOR]->(d) WHERE coalesce(r.role, 'LEADS') IN ['LEADS', 'RESPONSIBLE_FOR']
WITH d, due, coalesce(owner.name, owner.title, r.name) AS owner ORDER BY r.start, owner
WITH d, due, collect(owner) AS owners
OPTIONAL MATCH (d)-[:MENTIONED_IN]->(:Document)-[:RECORDS]->(m:Meeting)
RETURN DISTINCT due, owners, d.text AS text, m.title AS meeting, d.date AS date, d.id AS directive
ORDER BY due, directive
