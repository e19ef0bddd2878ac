"""How alike two steps are: weighted character bigrams of their words, and the things that both name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer

from graph.evolution.steps import Step

THINGS = 0.15
"""Added in proportion to the share of projects, documents and mechanisms that two steps have in common."""

_NUMBERS = re.compile(r"[0-9０-９.．%％]+|[一二三四五六七八九十百千万]+(?=[是要、])")
_COMMONPLACE = re.compile(
    r"会议|要求|加强|加快|推进|做好|抓好|抓紧|落实|确保|进一步|切实|全面|积极|有关|相关|各处室|各单位|工作|完成|负责|牵头|配合|组织|年底前|月底前|[年月日前]"
)
"""Words that any two directives share and that tell nothing of their matter."""


def similarities(earlier: Sequence[Step], later: Sequence[Step]) -> csr_matrix:
    """Scores from 0 to 1, a row for each earlier step and a column for each later one; the weights come from these steps alone."""
    words = _cosine([_content(s.text) for s in earlier], [_content(s.text) for s in later], analyzer="char", ngram_range=(2, 2))
    things = _cosine([" ".join(s.things) for s in earlier], [" ".join(s.things) for s in later], analyzer="word", token_pattern=r"\S+")
    return (words + THINGS * things).minimum(1.0)


def _content(text: str) -> str:
    return _COMMONPLACE.sub(" ", _NUMBERS.sub(" ", text))


def _cosine(rows: list[str], columns: list[str], **cutting: object) -> csr_matrix:
    vectorizer = TfidfVectorizer(sublinear_tf=True, lowercase=False, **cutting)
    try:
        vectors = vectorizer.fit_transform([*rows, *columns])
    except ValueError:  # not one n-gram in all the texts
        return csr_matrix((len(rows), len(columns)))
    return csr_matrix(vectors[:len(rows)] @ vectors[len(rows):].T)
