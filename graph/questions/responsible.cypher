// title.zh: 某事项由谁负责
// title.en: Who answers for a matter
// about.zh: 文字中含有某词语的任务，由谁牵头、负责、配合、督办
// about.en: Of the directives whose words name a matter, who leads, answers for, supports and supervises them
// $matter: text · 事项中的词语 · words of the matter
// $as_of: date = today · 截至日期 · the day of which it tells

MATCH (d:Directive)
WHERE coalesce(d.date, '') <= $as_of
  AND (d.text CONTAINS $matter OR EXISTS { (d)-[:ABOUT]->(topic) WHERE coalesce(topic.name, topic.title, '') CONTAINS $matter })
MATCH (owner)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|SUPERVISES|ANSWERS_FOR]->(d)
RETURN coalesce(owner.name, owner.title, r.name) AS owner, coalesce(r.role, type(r)) AS role, coalesce(r.basis, 'stated') AS basis, d.text AS text,
       d.due AS due, d.date AS date, d.id AS directive
ORDER BY date DESC, directive, CASE role WHEN 'LEADS' THEN 0 WHEN 'RESPONSIBLE_FOR' THEN 1 WHEN 'SUPPORTS' THEN 2 ELSE 3 END, owner
