"""Claims on excerpts of books, with the sentences that speak for and against them.

A language model read the excerpts and wrote the claims, with an opposite of each and the same in other words; no person
checked them. ``claims.tsv`` names sentences by their hash, so it holds no text of the books. An excerpt is named by its book
and the hash of its first paragraphs; those whose split is ``test`` are never trained on.
"""

import csv
import hashlib
import os
from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from data import NEITHER, OPPOSE, SUPPORT, Contrast, StancePair, split_sentences
from evaluate import Reading, hybrid_scores

SENTENCES = 250  # of an excerpt, which ends with a paragraph
NEAR = 25  # sentences without a label are hard examples up to this rank of similarity to the claim,
FAR = 40  # and easy ones from this rank on
WINDOWS = 0.35  # the share of texts that include their neighbours
OPPOSITES = 0.4  # the share of claims that are turned into their opposite
REWORDED = 0.2  # the share in other words
MAX_FOR_A_SIDE = 2
MAX_NEAR = 4
STARTING_PARAGRAPHS = 3  # they identify an excerpt; the first one can be repeated in a book
CLAIMS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "claims.tsv")


def key_of(text):
    return hashlib.sha256(text.encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Claim:
    """A claim on an excerpt, with the first stage's score of each sentence; the sides are indices of sentences."""

    text: str
    opposite: str
    same: str
    reading: Reading
    scores: np.ndarray
    opposing: list
    supporting: list

    def named(self):
        return {*self.opposing, *self.supporting}

    def nearest(self):
        """All sentences, the most similar to the claim first."""
        return [int(i) for i in (-self.scores).argsort()]


def read(books, split, scorer):
    """The claims of a split, ``training`` or ``test``. ``scorer`` holds untrained MiniLM."""
    for row, reading, scores, (opposing, supporting) in read_rows(CLAIMS, books, split, scorer, "claim", ("opposing", "supporting")):
        yield Claim(row["claim"], row["opposite"], row["same"], reading, scores, opposing, supporting)


def read_rows(path, books, split, scorer, query, named):
    """The rows of a table on excerpts, of one split.

    Yields (row, its excerpt, the first stage's score of each sentence for the column ``query``, for each column in ``named`` the
    indices of its sentences). Rows with a sentence that is no longer in the book are counted and left out.
    """
    by_excerpt = defaultdict(list)
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["split"] == split:
                by_excerpt[row["book"], row["excerpt"]].append(row)
    for (book, start), rows in by_excerpt.items():
        reading = excerpt(os.path.join(books, f"{book}.txt"), start)
        index = {key_of(sentence): i for i, sentence in enumerate(reading.sentences)} if reading else {}
        known = [row for row in rows if reading and all(key in index for column in named for key in row[column].split())]
        if len(known) < len(rows):
            print(f"{book}: {len(rows) - len(known)} of {len(rows)} rows are left out, because the text has changed", flush=True)
        if known:
            for row, scores in zip(known, hybrid_scores(reading, [row[query] for row in known], scorer)):
                yield row, reading, scores, [[index[key] for key in row[column].split()] for column in named]


def excerpt(path, start):
    """The excerpt of a book, or None if the book has no such text."""
    with open(path, encoding="utf-8") as file:
        paragraphs = [sentences for line in file if (sentences := split_sentences(line))]
    for i in range(len(paragraphs)):
        if start_key(paragraphs[i : i + STARTING_PARAGRAPHS]) == start:
            return Reading(up_to(paragraphs[i:], SENTENCES))
    return None


def start_key(paragraphs):
    return key_of(" ".join(sentence for paragraph in paragraphs for sentence in paragraph))


def up_to(paragraphs, sentences):
    """The first paragraphs that together have at least so many sentences."""
    counts = np.cumsum([len(paragraph) for paragraph in paragraphs])
    return paragraphs[: int(np.searchsorted(counts, sentences)) + 1]


def pairs_of(claim, rng):
    """Pairs of a claim and texts: some of each side, and similar and unlike sentences without a label."""
    text, opposing, supporting = claim.text, claim.opposing, claim.supporting
    form = rng.random()
    if form < OPPOSITES and claim.named():
        text, opposing, supporting = claim.opposite, supporting, opposing
    elif form > 1 - REWORDED:
        text = claim.same
    nearest = claim.nearest()
    near = [i for i in nearest[:NEAR] if i not in claim.named()]
    far = [i for i in nearest[FAR:] if i not in claim.named()]
    chosen = (
        [(i, OPPOSE) for i in drawn(opposing, MAX_FOR_A_SIDE, rng)]
        + [(i, SUPPORT) for i in drawn(supporting, MAX_FOR_A_SIDE, rng)]
        + [(i, NEITHER) for i in [*drawn(near, MAX_NEAR, rng), *drawn(far, 1, rng)]]
    )
    as_windows = rng.random() < WINDOWS
    sides = sides_of(opposing, supporting)
    for i, label in chosen:
        yield StancePair(text, text_of(claim.reading, i, as_windows and is_clear(claim.reading, i, label, sides)), label)


def contrast_of(claim, rng):
    """A text that takes a side, with the claim and its opposite."""
    i = rng.choice([*claim.opposing, *claim.supporting])
    sides = sides_of(claim.opposing, claim.supporting)
    as_window = rng.random() < WINDOWS and is_clear(claim.reading, i, sides[i], sides)
    said = claim.same if rng.random() < REWORDED else claim.text
    supported, opposed = (claim.opposite, said) if sides[i] == OPPOSE else (said, claim.opposite)
    return Contrast(text_of(claim.reading, i, as_window), supported, opposed)


def sides_of(opposing, supporting):
    return {i: OPPOSE for i in opposing} | {i: SUPPORT for i in supporting}


def is_clear(reading, i, label, sides):
    """Whether no sentence of a window takes another side."""
    return all(sides.get(j, label) == label for j in reading.spans[i])


def drawn(items, most, rng):
    return rng.sample(items, min(most, len(items)))


def text_of(reading, i, as_window):
    return reading.windows[i] if as_window else reading.sentences[i]

