"""Any order of loads, corrections and forgets ends in the graph that the final documents give when they are loaded at once."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.loading.load import forget, load
from graph.store import Store
from tests.graph.universe import document, dump, empty

PATHS = ("甲.docx", "乙.docx", "丙.docx")
PEOPLE = ("林岚", "周启明", "何远")
DIRECTIVES = ("加固南堤", "清理河道")
BODIES = ("云泽市水务局", "水政科")


def some(names: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(names), unique=True, max_size=len(names)).map(sorted)


contents = st.builds(
    dict, date=st.sampled_from(["", "2023", "2024-01-15", "2024-06-20"]), words=st.sampled_from(["春", "夏季"]), people=some(PEOPLE),
    directives=some(DIRECTIVES), inferred=some(BODIES), role=st.sampled_from(["attend", "observe"]),
)
steps = st.lists(st.tuples(st.sampled_from(PATHS), st.none() | contents), max_size=8)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps, data=st.data())
def test_the_graph_depends_on_the_final_documents_only(store: Store, steps: list[tuple[str, dict | None]], data: st.DataObject) -> None:
    empty(store)
    final: dict[str, dict] = {}
    for path, content in steps:
        if content is not None:
            final[path] = content
            list(load(store, document(path, **content)))
        elif final.pop(path, None) is not None:
            forget(store, path)
    reached = dump(store)
    empty(store)
    order = data.draw(st.permutations(sorted(final)))
    list(load(store, [record for path in order for record in document(path, **final[path])]))
    assert dump(store) == reached
