// What people decided about the status of directives, the latest last.
MATCH (j:Judgement)
WHERE j.judged = 'status' AND j.current IS NOT NULL AND j.date <= $as_of
RETURN j.current AS id, j.status AS status, j.date AS date, j.proof AS words ORDER BY j.at
