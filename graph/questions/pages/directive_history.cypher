// Every judgement on the status of a directive, the latest first.
MATCH (j:Judgement)
WHERE j.judged = 'status' AND j.current = $id AND j.date <= $as_of
RETURN j.status AS status, j.who AS who, j.date AS date, j.proof AS proof ORDER BY j.at DESC
