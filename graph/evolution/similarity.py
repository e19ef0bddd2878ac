"""How alike two steps are: weighted character bigrams of their words, and the things that both name."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph.evolution.steps import Step

THINGS = 0.2
"""Added in proportion to the share of projects, documents, mechanisms and quantities (43个, 6.4公里) that two steps have in common."""

Terms = Mapping[str, int]
Scores = dict[tuple[int, int], float]
"""By row (earlier) and column (later); pairs without anything in common are left out."""

_QUANTITIES = re.compile(r"\d+(?:\.\d+)?(?:个|公里|户|处|座|条|家|台|万吨|人|亩|万元|亿元|套|项)")
_NUMBERS = re.compile(r"[0-9０-９.．%％]+|[一二三四五六七八九十百千万]+(?=[是要、])")
_COMMONPLACE = re.compile(
    r"会议|要求|加强|加快|推进|做好|抓好|抓紧|落实|确保|进一步|切实|全面|积极|有关|相关|各处室|各单位|工作|完成|负责|牵头|配合|组织|年底前|月底前|[年月日前]"
)
"""Words that any two directives share and that tell nothing of their matter."""


def similarities(earlier: Sequence[Step], later: Sequence[Step]) -> Scores:
    """Scores from 0 to 1; the weights come from these steps alone, so that other meetings do not change what links two."""
    words = cosines([bigrams(s.text) for s in earlier], [bigrams(s.text) for s in later])
    things = cosines([named(s) for s in earlier], [named(s) for s in later])
    return {pair: min(words.get(pair, 0.0) + THINGS * things.get(pair, 0.0), 1.0) for pair in sorted(words.keys() | things.keys())}


def named(step: Step) -> Terms:
    """The things and quantities that a step names, each once."""
    return Counter({*step.things, *_QUANTITIES.findall(step.text)})


def bigrams(text: str) -> Terms:
    """How often each pair of neighbouring characters comes; numbers and commonplace words part the text and do not count."""
    parts = _COMMONPLACE.sub(" ", _NUMBERS.sub(" ", text)).split()
    return Counter(part[place:place + 2] for part in parts for place in range(len(part) - 1))


def cosines(rows: Sequence[Terms], columns: Sequence[Terms]) -> Scores:
    """The cosine of each row and column that share a term, weighted by tf-idf over all of them."""
    weights = _idf([*rows, *columns])
    postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for column, terms in enumerate(columns):
        for term, weight in _weighted(terms, weights).items():
            postings[term].append((column, weight))
    scores: Scores = {}
    for row, terms in enumerate(rows):
        for term, weight in _weighted(terms, weights).items():
            for column, other in postings.get(term, ()):
                scores[row, column] = scores.get((row, column), 0.0) + weight * other
    return scores


def _idf(all_terms: Sequence[Terms]) -> dict[str, float]:
    frequency = Counter(term for terms in all_terms for term in terms)
    return {term: math.log((1 + len(all_terms)) / (1 + count)) + 1 for term, count in frequency.items()}


def _weighted(terms: Terms, weights: Mapping[str, float]) -> dict[str, float]:
    """Of length 1; a term that comes again counts less each time."""
    weighted = {term: (1 + math.log(count)) * weights[term] for term, count in terms.items()}
    length = math.sqrt(sum(weight * weight for weight in _in_order(weighted)))
    return {term: weight / length for term, weight in weighted.items()}


def _in_order(weighted: Mapping[str, float]) -> Iterable[float]:
    """Always in the same order, or the last digit of the sum would depend on the order of a set."""
    return (weighted[term] for term in sorted(weighted))
