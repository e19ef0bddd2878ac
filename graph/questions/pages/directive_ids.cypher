// Directives of a list: $show is all, open, overdue, soon, undated or ownerless; $closed and $soon as in figures. Soonest due first.
MATCH (d:Directive)
WHERE coalesce(d.date, '') <= $as_of AND ($show = 'all' OR NOT d.id IN $closed)
  AND ($show IN ['all', 'open']
    OR ($show = 'overdue' AND d.due < left($as_of, size(coalesce(d.due, ''))))
    OR ($show = 'soon' AND d.due >= left($as_of, size(coalesce(d.due, ''))) AND d.due <= left($soon, size(coalesce(d.due, ''))))
    OR ($show = 'undated' AND d.due IS NULL AND d.recurrence IS NULL)
    OR ($show = 'ownerless' AND NOT EXISTS { (d)<-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]-() }))
RETURN d.id AS id
ORDER BY CASE WHEN $show IN ['overdue', 'soon'] THEN d.due ELSE '' END, coalesce(d.date, '') DESC, d.id
