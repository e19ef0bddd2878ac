// title.zh: 任务的来龙去脉
// title.en: History of a directive
// about.zh: 某项任务在此前和此后各次会议上的提法，以及人工判断的状态
// about.en: What earlier and later meetings said of a directive, and what people decided about it
// $directive: id · 任务编号 · id of the directive
// $as_of: date = today · 截至日期 · the day of which it tells

MATCH (d:Directive {id: $directive})
WHERE coalesce(d.date, '') <= $as_of
CALL (d) {
  MATCH path = (:Directive)-[:EVOLVES_TO*0..20]->(d)
  UNWIND nodes(path) AS step
  RETURN step
  UNION
  MATCH path = (d)-[:EVOLVES_TO*0..20]->()
  UNWIND nodes(path) AS step
  RETURN step
}
WITH DISTINCT d, step
WHERE coalesce(step.date, '') <= $as_of
OPTIONAL MATCH (:Directive)-[e:EVOLVES_TO]->(step)
WITH d, step, e.relation AS relation ORDER BY relation
WITH d, step, collect(DISTINCT relation) AS relations
WITH d, collect({date: coalesce(step.date, ''), at: '', kind: head(labels(step)), what: relations, text: step.text, who: null, id: step.id}) AS steps
OPTIONAL MATCH (j:Judgement) WHERE j.judged = 'status' AND j.current = d.id AND j.date <= $as_of
WITH steps, collect({date: j.date, at: j.at, kind: 'Judgement', what: [j.status], text: j.proof, who: j.who, id: j.id}) AS decisions
UNWIND steps + decisions AS entry
WITH entry WHERE entry.id IS NOT NULL
RETURN entry.date AS date, entry.kind AS kind, entry.what AS what, entry.text AS text, entry.who AS who, entry.id AS id
ORDER BY date, entry.at, id
