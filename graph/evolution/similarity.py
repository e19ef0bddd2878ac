"""How alike two steps are: weighted character bigrams of their words, and the things that both name."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from graph.evolution.steps import Step

THINGS = 0.2
"""Added in proportion to the share of projects, documents, mechanisms and quantities (43个, 6.4公里) that two steps have in common."""

TOPIC = 0.85
"""What a bigram counts that stands only in the title of the agenda item: what a demand without a subject of its own (由X负责) is about."""

Terms = Mapping[str, float]
Scores = dict[tuple[int, int], float]
"""By row (earlier) and column (later); pairs that are less alike than was asked for are left out."""

_QUANTITIES = re.compile(r"\d+(?:\.\d+)?(?:个|公里|户|处|座|条|家|台|万吨|人|亩|万元|亿元|套|项)")
_NUMBERS = re.compile(r"[0-9０-９.．%％]+|[一二三四五六七八九十百千万]+(?=[是要、])")
_COMMONPLACE = re.compile(
    r"会议|要求|加强|加快|推进|做好|抓好|抓紧|落实|确保|进一步|切实|全面|积极|有关|相关|各处室|各单位|工作|完成|负责|牵头|配合|组织|年底前|月底前|[年月日前]"
)
"""Words that any two directives share and that tell nothing of their matter."""


class Profile(NamedTuple):
    """What of a step is compared: the bigrams of its words and topic, and the things and quantities that it names."""

    words: Terms
    things: Terms


def profile(step: Step) -> Profile:
    """The profile of a step; its topic counts where its own words do not say the same."""
    words = {**dict.fromkeys(bigrams(step.topic), TOPIC), **bigrams(step.text)}
    things = sorted({*step.things, *_QUANTITIES.findall(step.text)})  # sums depend on the order in their last digit
    return Profile(words, dict.fromkeys(things, 1))


def similarities(earlier: Sequence[Profile], later: Sequence[Profile], least: float) -> Scores:
    """Scores from `least` to 1; the weights come from these steps alone, so that other meetings do not change what links two."""
    words = Cosines([p.words for p in earlier], [p.words for p in later])
    things = Cosines([p.things for p in earlier], [p.things for p in later])
    scores: Scores = {}
    for row, one in enumerate(earlier):
        by_words, by_things = words.of(one.words), things.of(one.things)
        for column in sorted(by_words.keys() | by_things.keys()):
            score = min(by_words.get(column, 0.0) + THINGS * by_things.get(column, 0.0), 1.0)
            if score >= least:
                scores[row, column] = score
    return scores


def bigrams(text: str) -> Terms:
    """How often each pair of neighbouring characters comes; numbers and commonplace words part the text and do not count."""
    parts = _COMMONPLACE.sub(" ", _NUMBERS.sub(" ", text)).split()
    return Counter(part[place:place + 2] for part in parts for place in range(len(part) - 1))


class Cosines:
    """The cosines of rows with all columns, weighted by tf-idf over both."""

    def __init__(self, rows: Sequence[Terms], columns: Sequence[Terms]) -> None:
        self._weights = _idf([*rows, *columns])
        self._postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for column, terms in enumerate(columns):
            for term, weight in self._weighted(terms).items():
                self._postings[term].append((column, weight))

    def of(self, row: Terms) -> dict[int, float]:
        """The cosine of one of the rows with each column that shares a term with it."""
        scores: defaultdict[int, float] = defaultdict(float)
        for term, weight in self._weighted(row).items():
            for column, other in self._postings.get(term, ()):
                scores[column] += weight * other
        return scores

    def _weighted(self, terms: Terms) -> dict[str, float]:
        """Of length 1; a term that comes again counts less each time."""
        weighted = {term: (1 + math.log(count) if count != 1 else 1) * self._weights[term] for term, count in terms.items()}
        length = math.sqrt(sum(weight * weight for weight in weighted.values()))
        return {term: weight / length for term, weight in weighted.items()}


def _idf(all_terms: Sequence[Terms]) -> dict[str, float]:
    frequency = Counter(chain.from_iterable(all_terms))
    return {term: math.log((1 + len(all_terms)) / (1 + count)) + 1 for term, count in frequency.items()}
