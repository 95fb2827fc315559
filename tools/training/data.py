"""Training sets as groups: one question or claim, and texts with their labels.

Every reader takes a folder or file and a random generator, so that a seed determines the data.
"""

import csv
import gzip
import json
import math
import os
import re
from collections import defaultdict
from dataclasses import dataclass

from bert import STANCES
from negation import negated

SUPPORT, OPPOSE, NEITHER = range(len(STANCES))

STOP_WORDS = set(
    "a an and are as at be but by for if in into is it no not of on or such that the their then there these they "
    "this to was will with what who which how does do did has have had".split()
)


@dataclass(frozen=True)
class AnswerGroup:
    """A question and texts. When ``answerable``, the first text answers it; no other text does."""

    question: str
    texts: list
    answerable: bool

    def characters(self):
        return len(self.question) + max(map(len, self.texts))


@dataclass(frozen=True)
class StancePair:
    """A claim, a text, and the text's stance on the claim (an index into ``STANCES``)."""

    claim: str
    text: str
    label: int

    def characters(self):
        return len(self.claim) + len(self.text)


@dataclass(frozen=True)
class Contrast:
    """A text with two claims: one that it speaks for, and one that it speaks against."""

    text: str
    supported: str
    opposed: str

    def characters(self):
        return len(self.text) + max(len(self.supported), len(self.opposed))


def read_jsonl(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def sets_of(folder):
    """(set name, path) of every file in a folder; files are named <set>.<split>.jsonl.gz."""
    for name in sorted(os.listdir(folder)):
        yield name.split(".")[0], os.path.join(folder, name)


def split_sentences(text):
    parts = re.split(r"(?<=[.?!])[\"”’)]?\s+(?=[A-Z“\"(\d])", text.strip())
    return [p for p in parts if p]


def content_words(text):
    return set(re.findall(r"\w+", text.lower())) - STOP_WORDS


def answer_sets(folder, shares, rng):
    """Questions with one answer sentence and up to four others; without an answer, three others."""
    groups = []
    for name, path in sets_of(folder):
        share = shares.get(name, 0)
        if not share:
            continue
        by_question = defaultdict(lambda: ["", [], []])
        for row in read_jsonl(path):
            entry = by_question[row["group"]]
            entry[0] = row["q"]
            entry[1 if row["y"] else 2].append(row["s"])
        for question, right, wrong in by_question.values():
            if wrong and rng.random() < share:
                rng.shuffle(right)
                rng.shuffle(wrong)
                groups.append(AnswerGroup(question, right[:1] + wrong[: 4 if right else 3], bool(right)))
    return groups


def squad2(path, share, windows, rng):
    """SQuAD 2.0. An answer sentence is grouped with two others of its paragraph and two similar ones of its article; a
    part of the groups (``windows``) takes every sentence with its neighbours, then without those of the paragraph. A
    question that the paragraph does not answer gets three sentences of it."""
    with open(path, encoding="utf-8") as file:
        articles = json.load(file)["data"]
    groups = []
    for article in articles:
        sentences, owner = [], []
        for index, paragraph in enumerate(article["paragraphs"]):
            found = split_sentences(paragraph["context"])
            sentences += found
            owner += [index] * len(found)
        words = [content_words(s) for s in sentences]

        def window(i):
            around = range(max(0, i - 1), min(len(sentences), i + 2))
            return " ".join(sentences[j] for j in around if owner[j] == owner[i])

        for index, paragraph in enumerate(article["paragraphs"]):
            own = [i for i in range(len(sentences)) if owner[i] == index]
            for question in paragraph["qas"]:
                if rng.random() >= share:
                    continue
                if question["is_impossible"]:
                    texts = [sentences[i] for i in rng.sample(own, min(3, len(own)))]
                    groups.append(AnswerGroup(question["question"], texts, False))
                    continue
                asked = content_words(question["question"])
                answers = [a["text"] for a in question["answers"]]

                def answered_in(i):
                    return any(a in sentences[i] for a in answers)

                right = [i for i in own if answered_in(i)]
                if not right:
                    continue
                best = max(right, key=lambda i: len(asked & words[i]))
                near = [i for i in own if not answered_in(i)]
                rng.shuffle(near)
                far = [i for i in range(len(sentences)) if owner[i] != index]
                far.sort(key=lambda i: -len(asked & words[i]) / (1 + math.log(1 + len(words[i]))))
                far = [i for i in far[:20] if not answered_in(i)][:2]
                if rng.random() < windows:
                    texts = [window(i) for i in [best, *far]]
                else:
                    texts = [sentences[i] for i in [best, *near[:2], *far]]
                groups.append(AnswerGroup(question["question"], texts, True))
    return groups


def times(share, rng):
    """How often a row of a set with this share is read: 0.4 is four of ten rows, 2.5 every row two or three times."""
    return int(share) + (rng.random() < share % 1)


def stance_sets(folder, shares, left_out, rng):
    """The labelled pairs of claim and text, without the claims of ``left_out``."""
    pairs = []
    for name, path in sets_of(folder):
        share = shares.get(name, 0)
        if share:
            for row in read_jsonl(path):
                if folded(row["c"]) not in left_out:
                    pairs += [StancePair(row["c"], row["s"], STANCES.index(row["y"]))] * times(share, rng)
    return pairs


def folded(claim):
    return claim.lower().strip(" .")


def tested_motions(argkp):
    """The motions of ArgKP dev, which are also motions of other sets."""
    with open(os.path.join(argkp, "arguments_dev.csv"), encoding="utf-8", newline="") as file:
        return {folded(row["topic"]) for row in csv.DictReader(file)}


def flipped(pairs, share, rng):
    """Adds, for a share of the pairs with a side, the pair with the negated claim and the other side."""
    found = list(pairs)
    for pair in pairs:
        opposite = negated(pair.claim) if pair.label != NEITHER and rng.random() < share else None
        if opposite:
            found.append(StancePair(opposite, pair.text, OPPOSE if pair.label == SUPPORT else SUPPORT))
    return found


def debate_pairs(folder, split, share, rng):
    """Pairs from a set of debates in BEIR format: ``qrels`` list the opposing texts, ``sides`` the supporting ones.
    For every two pairs it adds a text without a side: the one of two hundred random texts that shares the most words."""
    corpus = {r["_id"]: r["text"] for r in read_jsonl(os.path.join(folder, "corpus.jsonl"))}
    queries = {r["_id"]: r["text"] for r in read_jsonl(os.path.join(folder, "queries.jsonl"))}
    words = {key: content_words(text) for key, text in corpus.items()}
    ids = list(corpus)
    rows = []
    for kind, label in (("qrels", OPPOSE), ("sides", SUPPORT)):
        with open(os.path.join(folder, kind, f"{split}.tsv"), encoding="utf-8") as file:
            next(file)
            for query, text, score in (line.split("\t") for line in file):
                if query in queries and text in corpus and int(score) > 0:
                    rows.append((query, text, label))
    related = defaultdict(set)
    for query, text, _ in rows:
        related[query].add(text)

    pairs = []
    for query, text, label in rows:
        for _ in range(times(share, rng)):
            pairs.append(StancePair(queries[query], corpus[text], label))
            if rng.random() < 0.5:
                asked = content_words(queries[query])
                drawn = (t for t in rng.sample(ids, min(200, len(ids))) if t not in related[query])
                near = max(drawn, key=lambda t: len(asked & words[t]))
                pairs.append(StancePair(queries[query], corpus[near], NEITHER))
    return pairs
