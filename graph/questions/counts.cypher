// title.zh: 按部门和年份统计
// title.en: Counts by department and year
// about.zh: 每个部门每年牵头或负责、配合、督办的任务数
// about.en: How many directives each department leads or answers for, supports and supervises, by year
// $as_of: date = today · 截至日期 · the day of which it tells

MATCH (o:Organization)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|SUPERVISES|ANSWERS_FOR]->(d:Directive)
WHERE coalesce(d.date, '') <= $as_of AND NOT coalesce(o.generic, false)
WITH o, d, coalesce(r.role, type(r)) AS role
RETURN o.name AS department, left(coalesce(d.date, ''), 4) AS year, count(DISTINCT d) AS directives,
       sum(CASE WHEN role IN ['LEADS', 'RESPONSIBLE_FOR'] THEN 1 ELSE 0 END) AS answers,
       sum(CASE WHEN role = 'SUPPORTS' THEN 1 ELSE 0 END) AS supports,
       sum(CASE WHEN role = 'SUPERVISES' THEN 1 ELSE 0 END) AS supervises
ORDER BY year DESC, directives DESC, department
