"""Questions on excerpts of books, with the sentences that answer them.

A language model read the excerpts and wrote the questions, a quarter of them on the subject but without an answer in the
excerpt; no person checked them. ``questions.tsv`` names sentences by their hash, so it holds no text of the books.
"""

import csv
import os
from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from data import AnswerGroup
from evaluate import Reading, hybrid_scores
from excerpts import FAR, NEAR, WINDOWS, excerpt, key_of, text_of

QUESTIONS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "questions.tsv")
NEAR_OTHERS = 4  # texts that are similar to the question and do not answer it


@dataclass(frozen=True)
class Question:
    """A question on an excerpt, with the first stage's score of each sentence; the answers are indices of sentences."""

    text: str
    reading: Reading
    scores: np.ndarray
    answers: list

    def nearest(self):
        """All sentences, the most similar to the question first."""
        return [int(i) for i in (-self.scores).argsort()]

    def group(self, rng):
        """An answer, if there is one, with texts that do not answer: most of them similar, one unlike."""
        as_windows = rng.random() < WINDOWS
        answers = set(self.answers)
        others = [i for i in self.nearest() if not answers & {*(self.reading.spans[i] if as_windows else [i])}]
        near, far = [i for i in self.nearest()[:NEAR] if i in others], others[FAR:]
        chosen = rng.sample(near, min(NEAR_OTHERS, len(near))) + (rng.sample(far, 1) if far else [])
        if self.answers:
            chosen = [rng.choice(self.answers), *chosen]
        return AnswerGroup(self.text, [text_of(self.reading, i, as_windows) for i in chosen], bool(self.answers))


def read(books, split, scorer):
    """The questions of a split, ``training`` or ``test``. ``scorer`` holds untrained MiniLM."""
    by_excerpt = defaultdict(list)
    with open(QUESTIONS, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["split"] == split:
                by_excerpt[row["book"], row["excerpt"]].append(row)
    for (book, start), rows in by_excerpt.items():
        reading = excerpt(os.path.join(books, f"{book}.txt"), start)
        index = {key_of(sentence): i for i, sentence in enumerate(reading.sentences)} if reading else {}
        known = [row for row in rows if reading and all(key in index for key in row["answers"].split())]
        if len(known) < len(rows):
            print(f"{book}: {len(rows) - len(known)} of {len(rows)} questions are left out, because the text has changed", flush=True)
        if known:
            for row, scores in zip(known, hybrid_scores(reading, [row["question"] for row in known], scorer)):
                yield Question(row["question"], reading, scores, [index[key] for key in row["answers"].split()])
