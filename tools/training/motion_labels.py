"""Trains the motion classifier further, on graded sentences from books and speeches; writes config/retrieval/motions.json.

python3 tools/training/motion_labels.py --start first.json --labels tools/training/motion-labels.tsv --texts TEXTS --models MODELS \
    --out config/retrieval/motions.json

first.json comes from motions.py. TEXTS is a folder of text files with one paragraph per line, of the works in tools/training/README.md. A line of
the labels contains the name of a text, the SHA-256 of a sentence and its grade: 1 if a class can debate it unchanged, 0.5 for perhaps, 0 if
not. Only the weights for sentences with a vector change. The log odds of the first fit are an additional feature, so that its results from
many sets are kept.
"""
import argparse
import csv
import glob
import json
import os

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from minilm import WIDTH, MiniLm
from motions import VECTOR_SCALE, cached_vectors, key_of, sentences, shape, words_of

WORD_SCALE = 4  # words are few and rare: without this the penalty leaves nothing of them
SURE, NOT = 1, 0


def graded(labels, texts):
    """Yields (text's name, sentence, grade) for each graded sentence in the texts."""
    with open(labels, encoding="utf-8") as table:
        grades = {(row["text"], row["sentence"]): float(row["grade"]) for row in csv.DictReader(table, delimiter="\t")}
    for path in sorted(glob.glob(os.path.join(texts, "*.txt"))):
        name = os.path.splitext(os.path.basename(path))[0]
        with open(path, encoding="utf-8") as paragraphs:
            for sentence in dict.fromkeys(s for paragraph in paragraphs for s in sentences(paragraph.strip())):
                if (name, key_of(sentence)) in grades:
                    yield name, sentence, grades.pop((name, key_of(sentence)))
    if grades:
        print(len(grades), "graded sentences are in no text:", *sorted({name for name, _ in grades}))


def columns(sentence, vector, start):
    """The features of a sentence, followed by its log odds with the first weights."""
    words = words_of(sentence)
    shapes = shape(sentence)
    known = [
        *(float(word in words) for word in start["words"]), *(float(words[:1] == [word]) for word in start["firstWord"]),
        *(shapes[name] for name in start["shape"]),
    ]
    weights = [*start["words"].values(), *start["firstWord"].values(), *start["shape"].values()]
    odds = start["intercept"] + float(np.dot(known, weights)) + float(np.dot(start["vector"], vector))
    scaled = np.array(known) * WORD_SCALE
    return np.concatenate([scaled, vector * VECTOR_SCALE, [odds]])


def fit(rows, grades, penalty):
    """A grade between 0 and 1 counts partly as both."""
    model = LogisticRegression(C=penalty, max_iter=1000)
    model.fit(np.vstack([rows, rows]), np.repeat([1, 0], len(rows)), sample_weight=np.concatenate([grades, 1 - grades]))
    return model


def left_out(rows, grades, names, penalty):
    """The log odds of each sentence with a fit on the other texts."""
    odds = np.zeros(len(rows))
    for name in set(names):
        is_left_out = np.array([other == name for other in names])
        odds[is_left_out] = fit(rows[~is_left_out], grades[~is_left_out], penalty).decision_function(rows[is_left_out])
    return odds


def figures_of(odds, grades):
    clear = grades != 0.5
    probability = 1 / (1 + np.exp(-odds))
    at = {}
    for threshold in (0.3, 0.4, 0.5, 0.6):
        chosen = grades[probability >= threshold]
        if len(chosen):
            sure, either = float(np.mean(chosen == SURE)), float(np.mean(chosen > NOT))
            at[str(threshold)] = {"sentences": len(chosen), "sure": round(sure, 3), "sureOrPerhaps": round(either, 3)}
    return {"aucOfSureAgainstNot": round(float(roc_auc_score(grades[clear] == SURE, odds[clear])), 4), "at": at}


def merged(start, model, propose_at):
    """The first weights times their share, plus the newly learned weights."""
    *coefficients, share = model.coef_[0]
    parts = iter(coefficients)
    add = lambda old, scale: {name: round(share * weight + float(next(parts)) * scale, 4) for name, weight in old.items()}
    result = {"intercept": round(float(model.intercept_[0]) + share * start["intercept"], 4), "proposeAt": propose_at}
    for name in ("words", "firstWord", "shape"):
        result[name] = add(start[name], WORD_SCALE)
    result["vector"] = [round(share * weight + float(next(parts)) * VECTOR_SCALE, 4) for weight in start["vector"]]
    assert len(result["vector"]) == WIDTH
    return result


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("start", "labels", "texts", "models", "out"):
        options.add_argument(f"--{name}", required=True)
    options.add_argument("--penalty", type=float, default=0.006, help="the inverse strength of the penalty on weights")
    options.add_argument("--propose-at", type=float, default=0.35, help="the minimum probability of a proposed sentence")
    options.add_argument("--cache", help="a file that caches the vectors between runs")
    args = options.parse_args()

    with open(args.start, encoding="utf-8") as file:
        start = json.load(file)
    found = list(graded(args.labels, args.texts))
    names, texts, grades = [name for name, _, _ in found], [text for _, text, _ in found], np.array([grade for _, _, grade in found])
    vectors = cached_vectors(texts, lambda: MiniLm(os.path.join(args.models, "model.onnx"), os.path.join(args.models, "vocab.txt")), args.cache)

    first = start["withVector"]
    rows = np.array([columns(text, vector, first) for text, vector in zip(texts, vectors)])
    figures = {
        "sentences": len(found), "sure": int((grades == SURE).sum()), "not": int((grades == NOT).sum()),
        "before": figures_of(rows[:, -1], grades), "after": figures_of(left_out(rows, grades, names, args.penalty), grades),
    }
    result = {
        "command": f"{start['command']} --out first.json; python3 tools/training/motion_labels.py --start first.json"
                   f" --labels tools/training/motion-labels.tsv --texts TEXTS --models MODELS --penalty {args.penalty} --propose-at {args.propose_at}",
        "model": start["model"], "figures": {**start["figures"], "gradedTextLeftOut": figures},
        "withVector": merged(first, fit(rows, grades, args.penalty), args.propose_at), "withoutVector": start["withoutVector"],
    }
    print(json.dumps(result["figures"]["gradedTextLeftOut"], indent=1))
    with open(args.out, "w", encoding="utf-8") as out:
        json.dump(result, out, ensure_ascii=False, indent=1)
        out.write("\n")


if __name__ == "__main__":
    main()
