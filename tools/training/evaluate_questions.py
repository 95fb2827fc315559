"""Measures weights for answers on the questions of excerpts that no run trains on.

The first stage (MiniLM and BM25, untrained) returns the best twelve sentences; the answer logit of each is added to its score
with several weights. A sentence is right if the labels say that it, or a neighbour in its paragraph, answers the question.
"""

import argparse
import os

import numpy as np
from sklearn.metrics import roc_auc_score

import excerpt_questions
from bert import CrossEncoder, Tokenizer
from evaluate import QUOTES, Scorer

CANDIDATES = 12
WEIGHTS = (0, 0.5, 1, 1.5)


def ranked(questions, scorer):
    """(question, candidates, their logits) of each question."""
    candidates = [q.nearest()[:CANDIDATES] for q in questions]
    pairs = [(q.text, q.reading.sentences[i]) for q, best in zip(questions, candidates) for i in best]
    return list(zip(questions, candidates, scorer.answer_logits(pairs).reshape(len(questions), CANDIDATES)))


def figures(rows, weight):
    """Right first, and right in three, of the questions with an answer."""
    first = three = 0
    for question, candidates, logits in rows:
        order = np.argsort(-(question.scores[candidates] + weight * logits))
        taken, right = set(), []
        for i in (candidates[k] for k in order):
            if i not in taken and len(right) < QUOTES:
                taken.update(question.reading.spans[i])
                right.append(bool({*question.reading.spans[i]} & {*question.answers}))
        first += right[0]
        three += any(right)
    return first, three


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("weights", nargs="+", help="networks (.npz or .onnx.gz) to compare")
    p.add_argument("--model", required=True, help="model.onnx of MiniLM")
    p.add_argument("--vocabulary", required=True, help="vocab.txt of MiniLM")
    p.add_argument("--books", required=True, help="folder with the books of questions.tsv, one paragraph per line")
    a = p.parse_args()
    tokenizer = Tokenizer(a.vocabulary)
    questions = list(excerpt_questions.read(a.books, "test", Scorer(CrossEncoder(a.model), tokenizer)))
    for path in a.weights:
        model = CrossEncoder(a.model)
        model.load(path, a.model)
        rows = ranked(questions, Scorer(model, tokenizer))
        answered = [row for row in rows if row[0].answers]
        auc = roc_auc_score([bool(question.answers) for question, *_ in rows], [logits.max() for *_, logits in rows])
        print(f"{os.path.basename(path)}: {len(answered)} questions with an answer, {len(rows) - len(answered)} without, AUC {auc:.3f}")
        for weight in WEIGHTS:
            first, three = figures(answered, weight)
            print(f"  weight {weight}: first {first}, in three {three}", flush=True)


if __name__ == "__main__":
    main()
