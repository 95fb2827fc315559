"""Trains the motion classifier, which separates debatable claims from facts, questions and fragments; writes config/retrieval/motions.json.

python3 tools/training/motions.py --data DATA --models MODELS --out config/retrieval/motions.json

DATA contains argkp, perspectrum, arguana-training, squad2, training/m1 and training/m2, described in docs/evaluation-motions.md; MODELS
contains model.onnx and vocab.txt of all-MiniLM-L6-v2. The results are two logistic regressions: one uses the sentence's vector, its common
words and its shape, the other only the words and the shape, for sentences without a vector.
"""
import argparse
import csv
import glob
import gzip
import hashlib
import json
import math
import os
import random
import re
from collections import Counter, defaultdict

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from minilm import WIDTH, MiniLm

WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?")
VECTOR_SCALE = 16  # brings the numbers of a vector near to 1, so that one penalty suits all features
CONTRAST = ("arguana", 0)  # sentences out of arguments: they differ from claims in what they do, and not in their subject
UNSEEN = {"touche23", "arc-reasons", "onestopqa", "wice"}  # whole sources that only test


def rows(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def sentences(text):
    return [part.strip() for part in re.split(r"(?<=[.!?])\s+(?=[A-Z“\"])", text) if part.strip()]


def tidy(text):
    """Normalises a text like a sentence of a reading: a capital, a full stop, no note marks. Sources differ in these, and they must not reveal the label."""
    text = re.sub(r"\s*\[[ivxlc0-9]+\]", "", text).replace("`", "").strip()
    text = text[:1].upper() + text[1:]
    return text if text[-1:] in ".?!" else text + "."


def is_one_sentence(text):
    return len(sentences(text)) == 1 and 5 <= len(text.split()) <= 40


def collect(data):
    """Yields (source, text, whether a class can debate it)."""
    m1, m2 = os.path.join(data, "training", "m1"), os.path.join(data, "training", "m2")
    for name in ("arguments_train.csv", "key_points_train.csv", "arguments_dev.csv", "key_points_dev.csv"):
        with open(os.path.join(data, "argkp", name), encoding="utf-8") as table:
            for row in csv.DictReader(table):
                yield "argkp", row.get("key_point") or row["argument"], 1
                yield "argkp", row["topic"], 1
    for path in glob.glob(os.path.join(m2, "ibm-argq30k.*")):
        for row in rows(path):
            yield "argq30k", row["s"], 1
    for name in ("corpus.jsonl", "queries.jsonl"):
        with open(os.path.join(data, "perspectrum", name), encoding="utf-8") as lines:
            for line in lines:
                yield "perspectrum", json.loads(line)["text"], 1
    for name in ("touche23-valueeval", "arc-reasons"):
        for path in glob.glob(os.path.join(m2, f"{name}.*")):
            for row in rows(path):
                yield name.split("-v")[0], row["c"], 1
                yield name.split("-v")[0], row["s"], 1
    with open(os.path.join(data, "arguana-training", "corpus.jsonl"), encoding="utf-8") as lines:
        for line in lines:
            first, *later = sentences(json.loads(line)["text"])
            yield "arguana", first, 1

            # The later sentences explain the first one and depend on it.
            for sentence in later:
                yield "arguana", sentence, 0
    for name in ("fm2", "fever-symmetric", "wice", "scitail"):
        for path in glob.glob(os.path.join(m2, f"{name}.*")):
            for row in rows(path):
                yield name, row["c"], 0
                for sentence in sentences(row["s"]):
                    yield name, sentence, 0
    with open(os.path.join(data, "squad2", "half.json"), encoding="utf-8") as file:
        for article in json.load(file)["data"]:
            for paragraph in article["paragraphs"]:
                for sentence in sentences(paragraph["context"]):
                    yield "squad2", sentence, 0
    for name in ("squadshifts-wiki", "policyqa", "fairytaleqa", "onestopqa", "medquad", "covidqa"):
        for path in glob.glob(os.path.join(m1, f"{name}.*")):
            for row in rows(path):
                yield name, row["s"], 0
                yield "question", row["q"], 0


def fragments(texts, chance):
    """Fragments of sentences, as from a reading's headings, lists and badly split pages."""
    for text in texts:
        words = text.split()
        if len(words) >= 10:
            cut = chance.randint(3, len(words) - 3)
            yield " ".join(words[cut:] if chance.random() < 0.5 else words[:cut]).rstrip(".,;:")


def examples(data, most, seed):
    chance = random.Random(seed)
    by_kind = defaultdict(list)
    seen = set()
    for source, text, label in collect(data):
        text = tidy(text)
        if (source == "question" or is_one_sentence(text)) and text not in seen:
            seen.add(text)
            by_kind[source, label].append(text)
    found = []
    for (source, label), texts in sorted(by_kind.items()):
        chance.shuffle(texts)
        found += [(source, text, label) for text in texts[: most * (4 if (source, label) == CONTRAST else 1)]]
    whole = [text for source, text, _ in found if source not in UNSEEN | {"question"}]
    found += [("fragment", tidy(text), 0) for text in fragments(chance.sample(whole, most), chance)]
    return found


def words_of(text):
    return WORD.findall(text.lower())


def shape(text):
    words = words_of(text)
    return {
        "length": math.log(1 + len(words)),
        "figure": float(any(c.isdigit() for c in text)),
        "name": min(3, len(re.findall(r"(?<=\s)[A-Z][a-z]", text))) / 3,
        "quote": float(any(c in "\"“”" for c in text)),
        "commas": min(4, text.count(",")) / 4,
        "question": float("?" in text),
        "past": min(3, sum(word.endswith("ed") for word in words)) / 3,
    }


def features(text):
    words = words_of(text)
    found = {f"has {word}": 1.0 for word in words}
    found |= {f"first {word}": 1.0 for word in words[:1]}
    found |= {f"shape {name}": value for name, value in shape(text).items()}
    return found


def common_features(rows_of_features, sources):
    """The words that occur in most sources, so that they belong to the language and not to a subject."""
    share = defaultdict(Counter)
    size = Counter(sources)
    for found, source in zip(rows_of_features, sources):
        for name in found:
            share[name][source] += 1
    enough = lambda counts, least: sum(counts[source] / size[source] >= least for source in counts)
    most = 0.8 * len(size)
    return sorted(name for name, counts in share.items()
                  if name.startswith("shape") or enough(counts, 0.002 if name.startswith("has") else 0.001) >= most)


def key_of(text):
    return hashlib.sha256(text.encode()).hexdigest()


def cached_vectors(texts, network, cache):
    """The vectors of texts; only those that are not cached are computed."""
    known = {}
    if cache and os.path.exists(cache):
        with np.load(cache) as kept:
            known = dict(zip(kept["keys"].tolist(), kept["vectors"]))
    missing = [text for text in texts if key_of(text) not in known]
    if missing:
        known |= zip(map(key_of, missing), network().vectors(missing))
        if cache:
            np.savez(cache, keys=np.array(list(known)), vectors=np.array(list(known.values())))
    return np.array([known[key_of(text)] for text in texts])


def fit(matrix, labels, weights, penalty):
    model = LogisticRegression(C=penalty, max_iter=400)
    model.fit(matrix, labels, sample_weight=weights)
    return model


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", required=True)
    options.add_argument("--models", required=True)
    options.add_argument("--out", required=True)
    options.add_argument("--most", type=int, default=1200, help="examples of one source and kind at most")
    options.add_argument("--penalty", type=float, default=0.05, help="the inverse strength of the penalty on weights")
    options.add_argument("--contrast", type=float, default=0.25, help="the share of the contrast in what cannot be debated")
    options.add_argument("--propose-at", type=float, default=0.8, help="the minimum probability of a proposed sentence")
    options.add_argument("--cache", help="a file that caches the vectors between runs")
    args = options.parse_args()

    found = examples(args.data, args.most, seed=1)
    texts, labels = [text for _, text, _ in found], np.array([label for _, _, label in found])
    sources = [source for source, _, _ in found]
    print(len(texts), "sentences,", labels.sum(), "debatable", Counter((source, label) for source, _, label in found))

    network = lambda: MiniLm(os.path.join(args.models, "model.onnx"), os.path.join(args.models, "vocab.txt"))
    vectors = cached_vectors(texts, network, args.cache)

    # A tenth of each source, chosen by its text, and all left-out sources are only test data.
    is_tenth = np.array([int(key_of(text), 16) % 10 == 0 for text in texts])
    is_unseen = np.array([source in UNSEEN for source in sources])
    training = ~is_tenth & ~is_unseen
    found_features = [features(text) for text in texts]
    names = common_features([found_features[i] for i in np.flatnonzero(training)], [sources[i] for i in np.flatnonzero(training)])
    words = np.array([[row.get(name, 0) for name in names] for row in found_features], dtype=np.float32)
    parts = {"words": words, "vector": vectors * VECTOR_SCALE, "both": np.hstack([words, vectors * VECTOR_SCALE])}

    # Each source has the same weight within its kind, and both kinds have the same weight; but a large part of the non-debatable ones is the
    # contrast, so that a sentence's subject is not informative.
    sizes = Counter((source, label) for source, label, used in zip(sources, labels.tolist(), training) if used)
    kinds = Counter(label for kind in sizes for label in [kind[1]] if kind != CONTRAST)
    share = lambda kind: args.contrast if kind == CONTRAST else (1 - args.contrast if kind[1] == CONTRAST[1] else 1) / kinds[kind[1]]
    weights = np.array([share(kind) / max(1, sizes[kind]) for kind in zip(sources, labels.tolist())])
    weights *= training.sum() / weights[training].sum()

    figures, models = {}, {}
    is_contrast = np.array([source == CONTRAST[0] for source in sources])
    for name, matrix in parts.items():
        model = models[name] = fit(matrix[training], labels[training], weights[training], args.penalty)
        scores = model.decision_function(matrix)
        for split, chosen in (("aucOfTenth", is_tenth & ~is_unseen), ("aucOfUnseenSources", is_unseen), ("aucWithinArguments", is_tenth & is_contrast)):
            figures.setdefault(split, {})[name] = round(float(roc_auc_score(labels[chosen], scores[chosen])), 4)
    print(json.dumps(figures, indent=1))

    def weights_of(name):
        coefficients = models[name].coef_[0]
        by_name = dict(zip(names, coefficients)) if name != "vector" else {}
        pick = lambda kind: {n[len(kind) + 1:]: round(float(w), 4) for n, w in by_name.items() if n.startswith(kind + " ")}
        return {
            "intercept": round(float(models[name].intercept_[0]), 4), "proposeAt": args.propose_at, "words": pick("has"), "firstWord": pick("first"), "shape": pick("shape"),
            "vector": [round(float(w) * VECTOR_SCALE, 4) for w in coefficients[-WIDTH:]] if name != "words" else [],
        }

    result = {
        "command": f"python3 tools/training/motions.py --data DATA --models MODELS --most {args.most} --penalty {args.penalty}"
                   f" --contrast {args.contrast} --propose-at {args.propose_at}",
        "model": "local-all-MiniLM-L6-v2", "figures": figures, "withVector": weights_of("both"), "withoutVector": weights_of("words"),
    }
    with open(args.out, "w", encoding="utf-8") as out:
        json.dump(result, out, ensure_ascii=False, indent=1)
        out.write("\n")


if __name__ == "__main__":
    main()
