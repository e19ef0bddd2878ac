// title.zh: 任职情况
// title.en: Who holds which post
// about.zh: 截至某日有会议纪要记载的任职：姓名、职务、所属机构、最早和最近一次记载；最近的在前
// about.en: Posts that minutes up to a day state: person, post, body, and the first and last day of which it is stated; the latest first
// $name: text = * · 姓名、职务或机构中的词语，* 为全部 · words of a person's name, a post or a body; * for all
// $as_of: date = today · 截至日期 · the day of which it tells

MATCH (person:Person)-[h:HOLDS]->(post:Post)
MATCH (stating:Document)
WHERE stating.id IN h.documents AND coalesce(stating.date, '') <= $as_of
OPTIONAL MATCH (post)-[:OF]->(body:Organization)
WITH person, post, body, h, stating
WHERE $name = '*' OR person.name CONTAINS $name OR post.title CONTAINS $name OR coalesce(body.name, '') CONTAINS $name
RETURN person.name AS person, post.title AS post, body.name AS body, min(coalesce(h.from, stating.date)) AS since, max(stating.date) AS stated
ORDER BY stated DESC, body, post, person
