// title.zh: 部门职责清单
// title.en: Duties of a department
// about.zh: 某部门牵头、负责、配合、督办的任务，及其状态：已办结、逾期、未到期、未写明时限
// about.en: What a department leads, answers for, supports and supervises, and how each stands: done, overdue, running, without a date
// $department: text · 部门名称，或原文中的任一写法 · name of the department, or any wording of it in the minutes
// $show: choice all|open|overdue|undated|done = all · 显示哪些：全部、未办结、逾期、未写明时限、已办结 · which of them
// $as_of: date = today · 截至日期 · the day of which it tells

OPTIONAL MATCH (j:Judgement) WHERE j.judged = 'status' AND j.current IS NOT NULL AND j.date <= $as_of
WITH j ORDER BY j.at
WITH j.current AS judged, last(collect(j.status)) AS decided
WITH collect({id: judged, status: decided}) AS decisions
OPTIONAL MATCH (p:Proposal) WHERE p.proposed = 'due' AND p.state = 'accept'
WITH decisions, collect({id: p.current, due: p.due, words: p.due_text, recurrence: p.recurrence}) AS accepted
MATCH (o:Organization)
WHERE o.id = $department OR o.name = $department OR EXISTS { (o)-[said:MENTIONED_IN]->(:Document) WHERE said.quote = $department }
MATCH (o)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|SUPERVISES|ANSWERS_FOR]->(d:Directive)
WHERE coalesce(d.date, '') <= $as_of
WITH o, r, d, coalesce(
       head([decision IN decisions WHERE decision.id = d.id | decision.status]),
       CASE WHEN EXISTS { (d)-[e:EVOLVES_TO]->(step) WHERE e.relation = 'completes' AND coalesce(step.date, '') <= $as_of } THEN 'done'
            WHEN EXISTS { (d)-[e:EVOLVES_TO]->(step) WHERE e.relation = 'revokes' AND coalesce(step.date, '') <= $as_of } THEN 'dropped'
            ELSE 'open' END) AS status,
     head([limit IN accepted WHERE limit.id = d.id]) AS limit
WITH o, r, d, status, coalesce(d.due, limit.due) AS due, coalesce(d.due_text, limit.words) AS due_text,
     coalesce(d.recurrence, limit.recurrence) AS recurrence
WITH o, r, d, status, due, due_text, recurrence,
     CASE WHEN status <> 'open' THEN status
          WHEN due IS NULL AND recurrence IS NULL THEN 'undated'
          WHEN due IS NULL THEN 'recurring'
          WHEN due < left($as_of, size(due)) THEN 'overdue'
          ELSE 'running' END AS standing
WHERE $show = 'all' OR $show = standing OR $show = status
OPTIONAL MATCH (d)-[:MENTIONED_IN]->(:Document)-[:RECORDS]->(m:Meeting)
RETURN DISTINCT o.name AS department, coalesce(r.role, type(r)) AS role, standing, due, due_text, recurrence,
       d.text AS text, m.title AS meeting, d.date AS date, d.id AS directive
ORDER BY department, CASE role WHEN 'LEADS' THEN 0 WHEN 'RESPONSIBLE_FOR' THEN 1 WHEN 'SUPPORTS' THEN 2 ELSE 3 END,
         coalesce(due, '9999'), date, directive
