"""Claims on excerpts of books, with the sentences that speak for and against them.

A language model read the excerpts and wrote the claims; no person checked them. ``claims.tsv`` names sentences by their hash, so
it holds no text of the books. An excerpt is named by its book and the hash of its first sentence; those whose split
is ``test`` are never trained on.
"""

import csv
import hashlib
import os
from collections import defaultdict
from dataclasses import dataclass

from data import NEITHER, OPPOSE, SUPPORT, StancePair, split_sentences
from evaluate import Reading, hybrid_scores
from negation import negated

SENTENCES = 250  # of an excerpt, which ends with a paragraph
NEAR = 25  # the most similar sentences: those that nobody named are hard cases
FAR = 40  # from this rank on a sentence is an easy case
WINDOWS = 0.35  # the share of texts that are read with their neighbours
NEGATED = 0.12  # the share of claims that are turned into their opposite
MAX_FOR_A_SIDE = 2
MAX_NEAR = 4


def key_of(sentence):
    return hashlib.sha256(sentence.encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Claim:
    """A claim on an excerpt. ``nearest`` has all sentences of the excerpt, the most similar to the claim first."""

    text: str
    reading: Reading
    nearest: list
    opposing: list
    supporting: list

    def named(self):
        return {*self.opposing, *self.supporting}


def read(labels, books, split, scorer):
    """The claims of a table that belong to a split."""
    by_excerpt = defaultdict(list)
    with open(labels, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["split"] == split:
                by_excerpt[row["book"], row["excerpt"]].append(row)
    for (book, first), rows in by_excerpt.items():
        reading = excerpt(os.path.join(books, f"{book}.txt"), first)
        index = {key_of(sentence): i for i, sentence in enumerate(reading.sentences)}

        def named(keys):
            return [index[key] for key in keys.split()]

        for row, scores in zip(rows, hybrid_scores(reading, [row["claim"] for row in rows], scorer)):
            nearest = [int(i) for i in (-scores).argsort()]
            yield Claim(row["claim"], reading, nearest, named(row["opposing"]), named(row["supporting"]))


def excerpt(path, first):
    with open(path, encoding="utf-8") as file:
        paragraphs = [split_sentences(line) for line in file]
    found, count = [], 0
    for paragraph in paragraphs:
        if (found or paragraph and key_of(paragraph[0]) == first) and count < SENTENCES:
            found.append(paragraph)
            count += len(paragraph)
    if not found:
        raise ValueError(f"{path} holds no sentence with the hash {first}")
    return Reading(found)


def pairs_of(claim, rng):
    """Pairs of a claim and texts: some of each side, and near and far ones that take neither."""
    text, opposing, supporting = claim.text, claim.opposing, claim.supporting
    opposite = negated(text) if claim.named() and rng.random() < NEGATED else None
    if opposite:
        text, opposing, supporting = opposite, supporting, opposing
    near = [i for i in claim.nearest[:NEAR] if i not in claim.named()]
    chosen = (
        [(i, OPPOSE) for i in drawn(opposing, MAX_FOR_A_SIDE, rng)]
        + [(i, SUPPORT) for i in drawn(supporting, MAX_FOR_A_SIDE, rng)]
        + [(i, NEITHER) for i in [*drawn(near, MAX_NEAR, rng), rng.choice(claim.nearest[FAR:])]]
    )
    as_windows = rng.random() < WINDOWS
    sides = {i: OPPOSE for i in opposing} | {i: SUPPORT for i in supporting}
    for i, label in chosen:
        # A window in which another side is taken has no label.
        is_clear = all(sides.get(j, label) == label for j in claim.reading.spans[i])
        yield StancePair(text, text_of(claim.reading, i, as_windows and is_clear), label)


def drawn(items, most, rng):
    return rng.sample(items, min(most, len(items)))


def text_of(reading, i, as_window):
    return reading.windows[i] if as_window else reading.sentences[i]
