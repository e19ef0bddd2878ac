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
MATCH (o:Organization)
WHERE o.id = $department OR o.name = $department OR EXISTS { (o)-[said:MENTIONED_IN]->(:Document) WHERE said.quote = $department }
MATCH (o)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|SUPERVISES]->(d:Directive)
WHERE coalesce(d.date, '') <= $as_of
WITH o, r, d, coalesce(
       head([decision IN decisions WHERE decision.id = d.id | decision.status]),
       CASE WHEN EXISTS { (d)-[e:EVOLVES_TO]->(step) WHERE e.relation = 'completes' AND coalesce(step.date, '') <= $as_of } THEN 'done'
            WHEN EXISTS { (d)-[e:EVOLVES_TO]->(step) WHERE e.relation = 'revokes' AND coalesce(step.date, '') <= $as_of } THEN 'dropped'
            ELSE 'open' END) AS status
WITH o, r, d, status,
     CASE WHEN status <> 'open' THEN status
          WHEN d.due IS NULL AND d.recurrence IS NULL THEN 'undated'
          WHEN d.due IS NULL THEN 'recurring'
          WHEN d.due < left($as_of, size(d.due)) THEN 'overdue'
          ELSE 'running' END AS standing
WHERE $show = 'all' OR $show = standing OR $show = status
OPTIONAL MATCH (d)-[:MENTIONED_IN]->(:Document)-[:RECORDS]->(m:Meeting)
RETURN DISTINCT o.name AS department, type(r) AS role, standing, d.due AS due, d.due_text AS due_text, d.recurrence AS recurrence,
       d.text AS text, m.title AS meeting, d.date AS date, d.id AS directive
ORDER BY department, CASE role WHEN 'LEADS' THEN 0 WHEN 'RESPONSIBLE_FOR' THEN 1 WHEN 'SUPPORTS' THEN 2 ELSE 3 END,
         coalesce(due, '9999'), date, directive
