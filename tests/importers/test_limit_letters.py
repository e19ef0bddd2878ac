"""The letters by which forms of last days are passed over: what a form is said to hold, every wording of it holds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.rules.limit_forms import LETTERS, Form, forms


@pytest.mark.parametrize("form", [form for form in forms() if form.letters], ids=lambda form: form.name)
@settings(max_examples=60)
@given(data=st.data())
def test_every_wording_of_a_form_holds_one_of_its_letters(form: Form, data: st.DataObject) -> None:
    match = form.pattern.search(data.draw(st.from_regex(form.pattern)))
    assert match is None or not form.letters.isdisjoint(match[0])


def test_letters_are_of_forms_that_there_are() -> None:
    named = [name for _, names in LETTERS for name in names]
    assert len(named) == len(set(named)) and set(named) <= {form.name for form in forms()}
