"""Sentences of books with two claims each: one that the sentence speaks for, and one that it speaks against.

A language model read the sentences in their text and wrote the claims; no person checked them. ``sentence-claims.tsv`` names
sentences by their hash, so it holds no text of the books.
"""

import csv
import os
from dataclasses import dataclass

from data import Contrast, split_sentences
from excerpts import WINDOWS, key_of

CLAIMS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "sentence-claims.tsv")


@dataclass(frozen=True)
class ClaimedSentence:
    """A sentence, the same with its neighbours in the paragraph, and its two claims."""

    text: str
    window: str
    supported: str
    opposed: str

    def contrast(self, rng):
        return Contrast(self.window if rng.random() < WINDOWS else self.text, self.supported, self.opposed)


def read(books, split):
    """The sentences of a split, ``training`` or ``test``."""
    found, indexes, missing = [], {}, 0
    with open(CLAIMS, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["split"] == split:
                book = row["book"]
                if book not in indexes:
                    indexes[book] = index_of(os.path.join(books, f"{book}.txt"))
                if row["sentence"] in indexes[book]:
                    found.append(ClaimedSentence(*indexes[book][row["sentence"]], row["supported"], row["opposed"]))
                else:
                    missing += 1
    if missing:
        print(f"{missing} sentences are left out, because the text has changed", flush=True)
    return found


def index_of(path):
    """Hash of a sentence -> (the sentence, its window)."""
    index = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            sentences = split_sentences(line)
            for i, sentence in enumerate(sentences):
                index.setdefault(key_of(sentence), (sentence, " ".join(sentences[max(0, i - 1) : i + 2])))
    return index
