// title.zh: 两者之间的联系
// title.en: Path between two entities
// about.zh: 两个机构、人员、项目、会议等之间最短的联系，每步一行；至多六步，绕开截至日期之后的会议时至多四步
// about.en: The shortest connection between two bodies, people, projects, meetings …, one step a row; six steps at most, four round what came later
// $from: text · 起点的名称或编号 · name or id of the one end
// $to: text · 终点的名称或编号 · name or id of the other
// $as_of: date = today · 截至日期 · the day of which it tells

OPTIONAL MATCH (document:Document) WHERE coalesce(document.date, '') > $as_of
WITH collect(document.id) AS later
MATCH (a) WHERE NOT a:Stream AND (a.id = $from OR a.name = $from OR a.title = $from)
WITH later, a ORDER BY a.id LIMIT 1
MATCH (b) WHERE NOT b:Stream AND (b.id = $to OR b.name = $to OR b.title = $to) AND b.id <> a.id
WITH later, a, b ORDER BY b.id LIMIT 1
OPTIONAL CALL (a, b, later) {
  MATCH straight = allShortestPaths((a)-[:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES|ANSWERS_FOR|ISSUED|TOOK|HAS_ITEM|ABOUT|CITES|DRAFTS|IMPLEMENTS|SETS|EVOLVES_TO|HOLDS|OF|PART_OF|SUCCEEDS|CHAIRED|ATTENDED|CONVENED|GAVE|GIVEN_AT*..6]-(b))
  WITH straight, later
  WHERE all(step IN nodes(straight) WHERE coalesce(step.date, '') <= $as_of)
    AND all(edge IN relationships(straight) WHERE edge.documents IS NULL OR any(stating IN edge.documents WHERE NOT stating IN later))
  RETURN straight
  ORDER BY reduce(ids = '', step IN nodes(straight) | ids + ' ' + step.id), reduce(names = '', edge IN relationships(straight) | names + ' ' + type(edge))
  LIMIT 1
}
OPTIONAL CALL (a, b, later, straight) {
  WITH a, b, later, straight
  WHERE straight IS NULL AND size(later) > 0
  MATCH round = (a)-[:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES|ANSWERS_FOR|ISSUED|TOOK|HAS_ITEM|ABOUT|CITES|DRAFTS|IMPLEMENTS|SETS|EVOLVES_TO|HOLDS|OF|PART_OF|SUCCEEDS|CHAIRED|ATTENDED|CONVENED|GAVE|GIVEN_AT*1..4]-(b)
  WHERE all(step IN nodes(round) WHERE coalesce(step.date, '') <= $as_of)
    AND all(edge IN relationships(round) WHERE edge.documents IS NULL OR any(stating IN edge.documents WHERE NOT stating IN later))
  RETURN round
  ORDER BY length(round), reduce(ids = '', step IN nodes(round) | ids + ' ' + step.id), reduce(names = '', edge IN relationships(round) | names + ' ' + type(edge))
  LIMIT 1
}
WITH coalesce(straight, round) AS path
WHERE path IS NOT NULL
UNWIND range(0, length(path) - 1) AS position
WITH position, nodes(path)[position] AS source, relationships(path)[position] AS edge, nodes(path)[position + 1] AS target
RETURN position + 1 AS step, coalesce(source.name, source.title, source.text) AS source, type(edge) AS edge,
       CASE WHEN startNode(edge).id = source.id THEN 'forward' ELSE 'backward' END AS direction,
       coalesce(target.name, target.title, target.text) AS target, source.id AS source_id, target.id AS target_id
ORDER BY step
