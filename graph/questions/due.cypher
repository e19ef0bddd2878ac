// title.zh: 即将到期的任务
// title.en: Due in the next days
// about.zh: 今后若干日内到期而未办结的任务
// about.en: Open directives that fall due within the next days
// $days: integer = 30 · 天数 · how many days ahead
// $as_of: date = today · 截至日期 · the day of which it tells

WITH toString(date($as_of) + duration({days: $days})) AS last_day
OPTIONAL MATCH (j:Judgement) WHERE j.judged = 'status' AND j.current IS NOT NULL AND j.date <= $as_of
WITH last_day, j ORDER BY j.at
WITH last_day, j.current AS judged, last(collect(j.status)) AS decided
WITH last_day, collect(CASE WHEN decided <> 'open' THEN judged END) AS closed, collect(CASE WHEN decided = 'open' THEN judged END) AS reopened
OPTIONAL MATCH (finished:Directive)-[e:EVOLVES_TO]->(step)
WHERE e.relation IN ['completes', 'revokes'] AND coalesce(step.date, '') <= $as_of AND NOT finished.id IN reopened
WITH last_day, closed, collect(finished.id) AS reported
MATCH (d:Directive)
WHERE coalesce(d.date, '') <= $as_of AND NOT d.id IN closed AND NOT d.id IN reported
  AND d.due >= left($as_of, size(d.due)) AND d.due <= left(last_day, size(d.due))
OPTIONAL MATCH (owner)-[r:LEADS|RESPONSIBLE_FOR]->(d)
WITH d, coalesce(owner.name, owner.title) AS owner ORDER BY r.start, owner
WITH d, collect(owner) AS owners
OPTIONAL MATCH (d)-[:MENTIONED_IN]->(:Document)-[:RECORDS]->(m:Meeting)
RETURN DISTINCT d.due AS due, owners, d.text AS text, m.title AS meeting, d.date AS date, d.id AS directive
ORDER BY due, directive
