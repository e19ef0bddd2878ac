// The items that are set apart in a meeting's document.
MATCH (:Meeting {id: $id})-[:HAS_ITEM]->(item:AgendaItem)
RETURN item.id AS id, item.title AS title ORDER BY item.order
