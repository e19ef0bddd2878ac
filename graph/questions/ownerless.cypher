// title.zh: 未明确责任单位的任务
// title.en: Directives without an owner
// about.zh: 未办结、会议未写明也未经人工确认由谁牵头、负责或配合的任务
// about.en: Open directives for which neither the minutes nor an accepted proposal name anybody who leads, answers or supports
// $as_of: date = today · 截至日期 · the day of which it tells

OPTIONAL MATCH (j:Judgement) WHERE j.judged = 'status' AND j.current IS NOT NULL AND j.date <= $as_of
WITH j ORDER BY j.at
WITH j.current AS judged, last(collect(j.status)) AS decided
WITH collect(CASE WHEN decided <> 'open' THEN judged END) AS closed, collect(CASE WHEN decided = 'open' THEN judged END) AS reopened
OPTIONAL MATCH (finished:Directive)-[e:EVOLVES_TO]->(step)
WHERE e.relation IN ['completes', 'revokes'] AND coalesce(step.date, '') <= $as_of AND NOT finished.id IN reopened
WITH closed, collect(finished.id) AS reported
MATCH (d:Directive)
WHERE coalesce(d.date, '') <= $as_of AND NOT d.id IN closed AND NOT d.id IN reported AND NOT EXISTS { (d)<-[:LEADS|RESPONSIBLE_FOR|SUPPORTS|ANSWERS_FOR]-() }
OPTIONAL MATCH (d)-[:MENTIONED_IN]->(:Document)-[:RECORDS]->(m:Meeting)
RETURN DISTINCT d.date AS date, m.title AS meeting, d.text AS text, d.due AS due, d.id AS directive
ORDER BY date DESC, directive
