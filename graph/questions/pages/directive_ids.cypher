// Directives of a list: $show is all, open, overdue, soon, undated or ownerless; $closed and $soon as in figures. Soonest due first;
// of the whole list the ids from place $first up to $end, and how many there are.
OPTIONAL MATCH (p:Proposal) WHERE p.proposed = 'due' AND p.state = 'accept'
WITH collect({id: p.current, due: p.due}) AS accepted, collect(p.current) AS limited
MATCH (d:Directive)
WITH d, coalesce(d.due, head([limit IN accepted WHERE limit.id = d.id | limit.due])) AS due,
     d.recurrence IS NULL AND NOT d.id IN limited AS undated
WHERE coalesce(d.date, '') <= $as_of AND ($show = 'all' OR NOT d.id IN $closed)
  AND ($show <> 'overdue' OR due < left($as_of, size(coalesce(due, ''))))
  AND ($show <> 'soon'
    OR (due >= left($as_of, size(coalesce(due, ''))) AND due <= left($soon, size(coalesce(due, '')))))
  AND ($show <> 'undated' OR (due IS NULL AND undated))
  AND ($show <> 'ownerless' OR NOT EXISTS { (d)<-[:LEADS|RESPONSIBLE_FOR|SUPPORTS|ANSWERS_FOR]-() })
WITH d.id AS id, coalesce(d.date, '') AS date, CASE WHEN $show IN ['overdue', 'soon'] THEN due ELSE '' END AS due
ORDER BY due, date DESC, id
WITH collect(id) AS ids
RETURN size(ids) AS total, ids[$first..$end] AS ids
