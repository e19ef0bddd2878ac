// title.zh: 任职情况
// title.en: Who holds which post
// about.zh: 截至某日，有会议纪要记载的任职：姓名、职务、所属机构、最近一次记载
// about.en: Posts that minutes up to a day state: person, post, body, and the latest minutes that state it
// $name: text = * · 姓名、职务或机构中的词语，* 为全部 · words of a person's name, a post or a body; * for all
// $as_of: date = today · 截至日期 · the day of which it tells

MATCH (person:Person)-[h:HOLDS]->(post:Post)
WHERE coalesce(h.from, '') <= $as_of AND (h.to IS NULL OR h.to >= left($as_of, size(h.to)))
MATCH (stating:Document)
WHERE stating.id IN h.documents AND coalesce(stating.date, '') <= $as_of
OPTIONAL MATCH (post)-[:OF]->(body:Organization)
WITH person, post, body, h, stating
WHERE $name = '*' OR person.name CONTAINS $name OR post.title CONTAINS $name OR coalesce(body.name, '') CONTAINS $name
RETURN person.name AS person, post.title AS post, body.name AS body, h.from AS since, h.to AS until, max(stating.date) AS stated
ORDER BY stated DESC, person, post, body, since
