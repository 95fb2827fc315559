"""Measures second-stage weights on the seminar questions, which are not training data.

An untrained first stage (MiniLM and BM25) returns the thirty best sentences; the answer logits of each sentence and
of its window are added to its score. A quote is a sentence with its neighbours in the paragraph.
"""

import argparse
import json
import math
import os
import random
import re
from collections import Counter

import numpy as np
import torch
from sklearn.metrics import roc_auc_score

import data
from bert import MAX_TOKENS, CrossEncoder, Tokenizer, collate

CANDIDATES = 30
QUOTES = 3


class Scorer:
    """Scores pairs and embeds texts, in batches of similar length."""

    def __init__(self, model, tokenizer, length=MAX_TOKENS, batch=48):
        self.model, self.tokenizer, self.length, self.batch = model.eval(), tokenizer, length, batch

    def _run(self, rows, of):
        order = sorted(range(len(rows)), key=lambda i: len(rows[i][0]))
        out = [None] * len(rows)
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            for at in range(0, len(order), self.batch):
                part = order[at : at + self.batch]
                hidden = self.model.pool(collate([rows[i] for i in part])).float()
                for i, value in zip(part, of(hidden)):
                    out[i] = value.numpy()
        return np.array(out)

    def embed(self, texts):
        found = self._run([self.tokenizer.single(t, 256) for t in texts], lambda h: h)
        return found / np.linalg.norm(found, axis=1, keepdims=True)

    def answer_logits(self, pairs):
        return self.judge(pairs, self.model.answer_logit)

    def stance_logits(self, pairs):
        return self.judge(pairs, self.model.stance_logits)

    def judge(self, pairs, head):
        def logits(hidden):
            with torch.autocast("cpu", enabled=False):
                return head(hidden)

        return self._run([self.tokenizer.pair(a, b, self.length) for a, b in pairs], logits)


class Reading:
    """The sentences of a text and their windows (a sentence with its neighbours in the paragraph)."""

    def __init__(self, paragraphs):
        self.sentences = [sentence for paragraph in paragraphs for sentence in paragraph]
        owner = [index for index, paragraph in enumerate(paragraphs) for _ in paragraph]
        count = len(self.sentences)
        self.spans = [
            [j for j in (i - 1, i, i + 1) if 0 <= j < count and owner[j] == owner[i]] for i in range(count)
        ]
        self.windows = [" ".join(self.sentences[j] for j in span) for span in self.spans]

    @classmethod
    def of_file(cls, path):
        with open(path, encoding="utf-8") as file:
            paragraphs = [p for p in re.split(r"\n\s*\n", file.read()) if not p.startswith(("#", "by "))]
        return cls([data.split_sentences(" ".join(paragraph.split())) for paragraph in paragraphs])

    def bm25(self, query, k1=1.2, b=0.75):
        if not hasattr(self, "_counts"):
            self._counts = [Counter(re.findall(r"\w+", w.lower())) for w in self.windows]
            self._frequency = Counter(w for c in self._counts for w in c)
            self._lengths = np.array([sum(c.values()) for c in self._counts])
        scores = np.zeros(len(self.windows))
        norm = k1 * (1 - b + b * self._lengths / self._lengths.mean())
        for word in set(re.findall(r"\w+", query.lower())):
            df = self._frequency[word]
            tf = np.array([c[word] for c in self._counts])
            scores += math.log(1 + (len(tf) - df + 0.5) / (df + 0.5)) * tf * (k1 + 1) / (tf + norm)
        return scores


def z(scores):
    return (scores - scores.mean()) / (scores.std() + 1e-9)


def hybrid_scores(reading, queries, scorer):
    """The scores of the first stage: a row for each query, a column for each sentence. ``scorer`` holds untrained MiniLM."""
    sentences, windows = scorer.embed(reading.sentences), scorer.embed(reading.windows)
    return [
        z(sentences @ vector) + 0.7 * z(windows @ vector) + 0.4 * z(reading.bm25(query))
        for query, vector in zip(queries, scorer.embed(queries))
    ]


def fold(text):
    return " ".join(text.split())


def first_stage(folder, scorer, cache=None):
    """(question, reading, hybrid scores) of every question."""
    with open(os.path.join(folder, "questions.jsonl"), encoding="utf-8") as file:
        questions = [json.loads(line) for line in file]
    readings = {}
    for name in sorted({q["reading"] for q in questions}):
        readings[name] = Reading.of_file(os.path.join(folder, "texts", name))
    if cache and os.path.exists(cache):
        stored = np.load(cache)
        return [(q, readings[q["reading"]], stored[q["id"]]) for q in questions]
    out = []
    for name, reading in readings.items():
        own = [q for q in questions if q["reading"] == name]
        out += [(q, reading, row) for q, row in zip(own, hybrid_scores(reading, [q["text"] for q in own], scorer))]
    if cache:
        np.savez(cache, **{q["id"]: h for q, _, h in out})
    return out


def quotes(reading, ranked):
    """The first three windows, best sentence first, that do not start inside an earlier one."""
    taken, found = set(), []
    for i in ranked:
        if i not in taken:
            taken.update(reading.spans[i])
            found.append(fold(reading.windows[i]))
            if len(found) == QUOTES:
                break
    return found


def with_logits(questions, scorer):
    """(question, reading, candidates, their hybrid scores, their logits of sentence and window added)."""
    jobs, pairs = [], []
    for question, reading, hybrid in questions:
        best = np.argsort(-hybrid)[:CANDIDATES]
        jobs.append((question, reading, best, hybrid[best]))
        for texts in (reading.sentences, reading.windows):
            pairs += [(question["text"], texts[i]) for i in best]
    scored = scorer.answer_logits(pairs)
    out, at = [], 0
    for question, reading, best, hybrid in jobs:
        count = len(best)
        logits = scored[at : at + count] + scored[at + count : at + 2 * count]
        out.append((question, reading, best, hybrid, logits))
        at += 2 * count
    return out


def figures(rows, score):
    """Right first, right in three, and how many quotes contain a string that supports the claim."""
    first = three = support = 0
    for question, reading, best, hybrid, logits in rows:
        offered = quotes(reading, best[np.argsort(-score(hybrid, logits))])
        gold = [fold(g) for g in question["gold"]]
        right = [any(g in quote for g in gold) for quote in offered]
        first += right[0]
        three += any(right)
        support += sum(any(fold(s) in quote for s in question["support"]) for quote in offered)
    return first, three, support


def silence(rows):
    """AUC of the best logit between questions with and without an answer."""
    answerable = [question["answerable"] for question, *_ in rows]
    if len(set(answerable)) < 2:
        return float("nan")
    return roc_auc_score(answerable, [logits.max() for *_, logits in rows])


MIXES = {
    "hybrid": lambda hybrid, logits: hybrid,
    "answer logits": lambda hybrid, logits: logits,
    "hybrid + half of the logits": lambda hybrid, logits: hybrid + 0.5 * logits,
}


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("weights", nargs="+", help="networks (.npz or .onnx.gz) to compare")
    p.add_argument("--model", required=True, help="model.onnx of MiniLM")
    p.add_argument("--vocabulary", required=True, help="vocab.txt of MiniLM")
    p.add_argument("--seminar", required=True, help="folder with questions.jsonl and texts/")
    p.add_argument("--every", type=int, default=1, help="use only every n-th question, for a trial")
    p.add_argument("--cache", help="file for the scores of the first stage (.npz)")
    p.add_argument("--threads", type=int, default=2)
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    tokenizer = Tokenizer(a.vocabulary)
    untrained = Scorer(CrossEncoder(a.model), tokenizer)
    questions = first_stage(a.seminar, untrained, a.cache)[:: a.every]
    for path in a.weights:
        model = CrossEncoder(a.model)
        model.load(path, a.model)
        rows = with_logits(questions, Scorer(model, tokenizer))
        print(os.path.basename(path))
        for command in ("ask", "counter"):
            own = [row for row in rows if row[0]["command"] == command]
            print(f"  {command}: {len(own)} questions, silence AUC {silence(own):.3f}")
            for name, score in MIXES.items():
                first, three, support = figures(own, score)
                print(f"    {name}: first {first}, in three {three}, quotes with support {support}")


if __name__ == "__main__":
    main()
