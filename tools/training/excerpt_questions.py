"""Questions on excerpts of books, with the sentences that answer them.

A language model read the excerpts and wrote the questions, a quarter of them on the subject but without an answer in the
excerpt; no person checked them. ``questions.tsv`` names sentences by their hash, so it holds no text of the books.
"""

import os
from dataclasses import dataclass

import numpy as np

from data import AnswerGroup
from evaluate import Reading
from excerpts import FAR, NEAR, WINDOWS, read_rows, text_of

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
    for row, reading, scores, (answers,) in read_rows(QUESTIONS, books, split, scorer, "question", ("answers",)):
        yield Question(row["question"], reading, scores, answers)
