"""Measures weights for stance on the claims of excerpts that no run trains on.

The first stage (MiniLM and BM25, untrained) returns the best 24 sentences; the log odds that a sentence opposes the claim are
added to its score with several weights. A sentence is right if the labels say that it opposes the claim. Of two claims on a
sentence, one on each side, the opposed one should have the higher odds.
"""

import argparse
import os

import numpy as np
import torch
from sklearn.metrics import roc_auc_score

import excerpts
import sentence_claims
from bert import CrossEncoder, Tokenizer
from data import NEITHER, OPPOSE, SUPPORT
from evaluate import Scorer

CANDIDATES = 24
QUOTES = 3
WEIGHTS = (0, 0.2, 0.5, 0.8, 1)


def oppose_odds(logits):
    return logits[:, OPPOSE] - np.logaddexp(logits[:, SUPPORT], logits[:, NEITHER])


def side_auc(claims, scorer):
    """How often an opposing sentence has higher odds of opposing rather than supporting than a supporting one."""
    pairs, opposes = [], []
    for claim in claims:
        for side, is_opposing in ((claim.opposing, True), (claim.supporting, False)):
            pairs += [(claim.text, claim.reading.sentences[i]) for i in side]
            opposes += [is_opposing] * len(side)
    logits = scorer.stance_logits(pairs)
    return roc_auc_score(opposes, logits[:, OPPOSE] - logits[:, SUPPORT])


def told_apart(contrasts, scorer):
    """The share of (text, supported claim, opposed claim) for which the network puts the claims on their sides."""
    pairs = [(claim, text) for text, *both in contrasts for claim in both]
    logits = scorer.stance_logits(pairs)
    opposes = logits[:, OPPOSE] - logits[:, SUPPORT]
    return (opposes[1::2] > opposes[0::2]).mean()


def contrasts_of(claims):
    for claim in claims:
        for i in claim.opposing:
            yield claim.reading.sentences[i], claim.opposite, claim.text
        for i in claim.supporting:
            yield claim.reading.sentences[i], claim.text, claim.opposite


def ranked(claims, scorer):
    """(claim, candidates, their odds) for each claim that some sentence opposes."""
    opposed = [claim for claim in claims if claim.opposing]
    candidates = [claim.nearest()[:CANDIDATES] for claim in opposed]
    pairs = [(c.text, c.reading.sentences[i]) for c, best in zip(opposed, candidates) for i in best]
    odds = np.split(oppose_odds(scorer.stance_logits(pairs)), len(opposed))
    return list(zip(opposed, candidates, odds))


def figures(rows, weight):
    """Right first, right in three, and claims with a supporting sentence in three."""
    first = three = support = 0
    for claim, candidates, odds in rows:
        order = np.argsort(-(claim.scores[candidates] + weight * odds))[:QUOTES]
        top = [candidates[i] for i in order]
        first += top[0] in claim.opposing
        three += any(i in claim.opposing for i in top)
        support += any(i in claim.supporting for i in top)
    return first, three, support


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("weights", nargs="+", help="networks (.npz or .onnx.gz) to compare")
    p.add_argument("--model", required=True, help="model.onnx of MiniLM")
    p.add_argument("--vocabulary", required=True, help="vocab.txt of MiniLM")
    p.add_argument("--books", required=True, help="folder with the books of claims.tsv, one paragraph per line")
    a = p.parse_args()
    tokenizer = Tokenizer(a.vocabulary)
    claims = list(excerpts.read(a.books, "test", Scorer(CrossEncoder(a.model), tokenizer)))
    sentences = [(s.text, s.supported, s.opposed) for s in sentence_claims.read(a.books, "test")]
    for path in a.weights:
        model = CrossEncoder(a.model)
        model.load(path, a.model)
        scorer = Scorer(model, tokenizer)
        rows = ranked(claims, scorer)
        print(f"{os.path.basename(path)}: {len(rows)} claims with opposing sentences, side AUC {side_auc(claims, scorer):.3f}")
        of_claims, of_sentences = told_apart(contrasts_of(claims), scorer), told_apart(sentences, scorer)
        print(f"  told from its opposite: {of_claims:.3f} of sentences on claims, {of_sentences:.3f} of others")
        for weight in WEIGHTS:
            first, three, support = figures(rows, weight)
            print(f"  weight {weight}: first {first}, in three {three}, with support {support}", flush=True)


if __name__ == "__main__":
    main()
