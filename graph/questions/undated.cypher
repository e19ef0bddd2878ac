// title.zh: 未写明时限的任务
// title.en: Directives without a date
// about.zh: 未办结、既无完成时限也无周期的任务
// about.en: Open directives with neither a time limit nor a frequency
// $as_of: date = today · 截至日期 · the day of which it tells

OPTIONAL MATCH (p:Proposal) WHERE p.proposed = 'due' AND p.state = 'accept'
WITH collect(p.current) AS accepted
OPTIONAL MATCH (j:Judgement) WHERE j.judged = 'status' AND j.current IS NOT NULL AND j.date <= $as_of
WITH accepted, j ORDER BY j.at
WITH accepted, j.current AS judged, last(collect(j.status)) AS decided
WITH accepted, collect(CASE WHEN decided <> 'open' THEN judged END) AS closed, collect(CASE WHEN decided = 'open' THEN judged END) AS reopened
OPTIONAL MATCH (finished:Directive)-[e:EVOLVES_TO]->(step)
WHERE e.relation IN ['completes', 'revokes'] AND coalesce(step.date, '') <= $as_of AND NOT finished.id IN reopened
WITH accepted, closed, collect(finished.id) AS reported
MATCH (d:Directive)
WHERE coalesce(d.date, '') <= $as_of AND NOT d.id IN closed AND NOT d.id IN reported AND d.due IS NULL AND d.recurrence IS NULL
  AND NOT d.id IN accepted
OPTIONAL MATCH (owner)-[r:LEADS|RESPONSIBLE_FOR|ANSWERS_FOR]->(d) WHERE coalesce(r.role, 'LEADS') IN ['LEADS', 'RESPONSIBLE_FOR']
WITH d, coalesce(owner.name, owner.title, r.name) AS owner ORDER BY r.start, owner
WITH d, collect(owner) AS owners
OPTIONAL MATCH (d)-[:MENTIONED_IN]->(:Document)-[:RECORDS]->(m:Meeting)
RETURN DISTINCT d.date AS date, m.title AS meeting, d.text AS text, d.due_text AS due_text, owners, d.id AS directive
ORDER BY date DESC, directive
