"""Records as JSON lines: round trips, and what is refused."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema import Edge, End, Evidence, Issue, Node, RecordError, decode, encode, read_records, write_records

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
values = st.one_of(words, st.integers(-2**53, 2**53), st.booleans(), st.lists(words, max_size=3), st.none())
evidence = st.builds(Evidence, words, st.integers(0, 10**6), st.integers(0, 10**6), words, words)
evidences = st.lists(evidence, max_size=2).map(tuple)
records = st.one_of(
    st.builds(Node, type=words, id=words, properties=st.dictionaries(words, values, max_size=4), evidence=evidences, inferred=st.booleans(), rule=st.none() | words),
    st.builds(Edge, type=words, source=words, target=words, properties=st.dictionaries(words, values, max_size=4), evidence=evidences),
    st.builds(Issue, level=st.sampled_from(["warning", "error"]), message=words, evidence=evidences),
    st.builds(End, document=words, records=st.integers(0, 10**6)),
)


@given(st.lists(records, max_size=6))
def test_what_was_written_is_read_again(written):
    stream = io.BytesIO()
    write_records(written, stream)
    stream.seek(0)
    assert list(read_records(stream)) == written


def test_a_record_is_one_line_with_properties_and_evidence_even_when_empty():
    assert encode(Node("Person", "person-1")) == b'{"kind":"node","type":"Person","id":"person-1","properties":{},"evidence":[]}\n'


@pytest.mark.parametrize("line", [b"", b"nonsense", b"{}", b'{"kind":"planet"}', b'{"kind":"node","type":1,"id":"x"}', b"\xff\xfe", b"[" * 10_000, b'{"kind":"end"}'])
def test_a_line_that_is_no_record_is_named(line):
    with pytest.raises(RecordError, match="line 7"):
        decode(line, 7)


def test_blank_lines_count_and_are_passed_over():
    stream = io.BytesIO(b'\n{"kind":"end","document":"d","records":0}\n\nbroken\n')
    read = read_records(stream)
    assert next(read) == End("d", 0)
    with pytest.raises(RecordError, match="line 4"):
        next(read)
