// Directives of a list: $show is all, open, overdue, soon, undated or ownerless; $closed and $soon as in figures. Soonest due first;
// of the whole list the ids from place $first up to $end, and how many there are.
MATCH (d:Directive)
WHERE coalesce(d.date, '') <= $as_of AND ($show = 'all' OR NOT d.id IN $closed)
  AND ($show <> 'overdue' OR d.due < left($as_of, size(coalesce(d.due, ''))))
  AND ($show <> 'soon'
    OR (d.due >= left($as_of, size(coalesce(d.due, ''))) AND d.due <= left($soon, size(coalesce(d.due, '')))))
  AND ($show <> 'undated' OR (d.due IS NULL AND d.recurrence IS NULL))
  AND ($show <> 'ownerless' OR NOT EXISTS { (d)<-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]-() })
WITH d.id AS id, coalesce(d.date, '') AS date, CASE WHEN $show IN ['overdue', 'soon'] THEN d.due ELSE '' END AS due
ORDER BY due, date DESC, id
WITH collect(id) AS ids
RETURN size(ids) AS total, ids[$first..$end] AS ids
