// title.zh: 会议提出的任务
// title.en: Directives of a meeting
// about.zh: 某次会议（按名称中的词语、日期或编号）提出的任务，按原文次序
// about.en: What a meeting handed out, in the order of its minutes; the meeting by words of its title, its date or its id
// $meeting: text · 会议名称中的词语、会议日期或编号 · words of the meeting's title, its date, or its id
// $as_of: date = today · 截至日期 · the day of which it tells

MATCH (m:Meeting)
WHERE coalesce(m.date, '') <= $as_of AND (m.id = $meeting OR m.date STARTS WITH $meeting OR m.title CONTAINS $meeting)
MATCH (document:Document)-[:RECORDS]->(m)
MATCH (d:Directive)-[said:MENTIONED_IN]->(document)
WITH m, d, min(said.start) AS place
OPTIONAL MATCH (owner)-[r:LEADS|RESPONSIBLE_FOR|ANSWERS_FOR]->(d) WHERE coalesce(r.role, 'LEADS') IN ['LEADS', 'RESPONSIBLE_FOR']
WITH m, d, place, coalesce(owner.name, owner.title, r.name) AS owner, r.start AS named
ORDER BY named, owner
WITH m, d, place, collect(owner) AS owners
OPTIONAL MATCH (p:Proposal {current: d.id}) WHERE p.proposed = 'due' AND p.state = 'accept'
WITH m, d, place, owners, max(p.due) AS due, max(p.recurrence) AS recurrence
RETURN m.title AS meeting, m.date AS date, d.path AS path, d.text AS text, owners, coalesce(d.due, due) AS due,
       coalesce(d.recurrence, recurrence) AS recurrence, d.id AS directive
ORDER BY date, meeting, place, directive
