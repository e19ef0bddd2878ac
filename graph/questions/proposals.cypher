// title.zh: 模型建议
// title.en: Proposals of a model
// about.zh: 模型就规则未读懂的文字提出的责任方、时限和任务；经人采纳才算数
// about.en: Owners, time limits and directives that a model proposed for words that no rule understood; they count once a person accepts them
// $show: choice open|accept|reject|all = open · 显示哪些：待确认、已采纳、不采纳、全部 · which of them: waiting, accepted, rejected, all
// $as_of: date = today · 截至日期 · the day of which it tells

MATCH (p:Proposal)
WHERE ($show = 'all' OR p.state = $show) AND coalesce(p.date, '') <= $as_of
OPTIONAL MATCH (d:Document {id: p.document})
OPTIONAL MATCH (s:Directive {id: p.current})
RETURN p.proposed AS proposed, p.text AS text, p.role AS role, p.owners AS owners, p.due AS due, p.recurrence AS recurrence, p.state AS state,
       p.model AS model, coalesce(s.text, p.quote) AS subject, d.name AS document, p.date AS date, p.id AS proposal
ORDER BY date DESC, document, p.start, proposed, text, proposal
