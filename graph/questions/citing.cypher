// title.zh: 引用某政策文件的内容
// title.en: What cites a policy document
// about.zh: 引用、拟订或贯彻某政策文件的任务、决定和条款
// about.en: Directives, decisions and clauses that cite, draft or implement a policy document
// $policy: text · 文件标题中的词语、文号或编号 · words of its title, its number, or its id
// $as_of: date = today · 截至日期 · the day of which it tells

MATCH (p:PolicyDocument)
WHERE p.id = $policy OR p.title CONTAINS $policy OR p.number = $policy OR $policy IN coalesce(p.aliases, [])
MATCH (citing)-[r:CITES|DRAFTS|IMPLEMENTS]->(p)
MATCH (citing)-[:MENTIONED_IN]->(document:Document)
WHERE coalesce(document.date, '') <= $as_of
RETURN DISTINCT p.title AS policy, p.number AS number, type(r) AS relation, head(labels(citing)) AS kind, citing.text AS text,
       document.date AS date, document.name AS document, citing.id AS id
ORDER BY policy, date DESC, id, relation
