// The matter that a former id leads to.
MATCH (m:Matter) WHERE $id IN m.former RETURN m.id AS id
