// How many proposals are in each state.
MATCH (p:Proposal) WHERE p.current IS NOT NULL AND coalesce(p.date, '') <= $as_of
RETURN p.state AS state, count(p) AS total
