"""Trains the network that tells whether a class can debate a sentence without the text around it.

    python3 motion_network.py train --texts TEXTS --models MODELS --start second.npz --out a.npz
    python3 motion_network.py train --texts TEXTS --models MODELS --start second.npz --out b.npz --data DATA
    python3 average.py a.npz b.npz motions.npz
    python3 export.py motions.npz motions.onnx.gz --model MODELS/model.onnx
    python3 motion_network.py fit --texts TEXTS --models MODELS --network motions.onnx.gz --judge motions.json

``motion-sentences.tsv`` names each sentence by the start of its SHA-256. A language model graded every sentence in its text,
and another time most of those that it found debatable alone: ``grade`` is 1 if a class can debate the sentence unchanged,
0 if not. ``claim`` is 1 if it is debatable at all, also where it depends on other sentences. Texts whose split is ``test`` are
never trained on; ``fit`` measures on them and writes the weights that combine the network with the fast judge.

With ``--data`` a run also reads the public claims and facts of motions.py, and the sentences of motion-labels.tsv that a
person graded. This helps with motions on policy, but such a run also learns the sets' subjects, so the shipped weights are the
mean of a run with them and one without.
"""

import argparse
import csv
import glob
import json
import os
import random
import re
import time

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, roc_auc_score
from torch import nn
from torch.nn import functional

import motions
from bert import HIDDEN, CrossEncoder, Tokenizer, collate, head
from evaluate import Scorer
from excerpts import key_of
from export import export
from minilm import MiniLm
from motions import sentences, shape, words_of
from train import batches

TOKENS = 128
BATCH = 24
EPOCHS, EPOCHS_WITH_DATA = 3, 2
LAYER_RATE, HEAD_RATE = 6e-5, 3e-4
WARM_UP_STEPS = 60
LOWEST_RATE = 0.02
OTHERS = 1.5  # for each sentence with a grade, sentences that are no claim
DEPENDENT = 0.5  # and claims that depend on other sentences
PUBLIC = 1300  # public claims in an epoch, and as many facts
PUBLIC_OF_A_SOURCE = 1200
SEED, SEED_WITH_DATA = 3, 5
USABLE, PERHAPS = 0.75, 0.5
FOLDER = os.path.dirname(os.path.abspath(__file__))
LABELS = os.path.join(FOLDER, "motion-sentences.tsv")
PERSONS_LABELS = os.path.join(FOLDER, "motion-labels.tsv")

# As in MotionSentence.cs: a first word that only links a sentence to the one before.
TIE = re.compile(
    r"^(?:(?:But|Yet|And\s+yet)(?:,?\s+)|(?:However|Still|Nevertheless|Nonetheless|Moreover|Furthermore|Besides|Therefore|Thus"
    r"|Hence|Accordingly|Consequently|Indeed|Of\s+course|After\s+all|In\s+short|In\s+fact|In\s+truth|In\s+other\s+words"
    r"|That\s+said|Even\s+so),\s+)(?=\w)"
)


class Sentence:
    """A sentence with its grade, and whether it is a claim; both from 0 to 1."""

    def __init__(self, text, grade, is_claim, tokenizer, is_test=False):
        self.claim = claim_of(text)
        self.grade, self.is_claim, self.is_test = float(grade), float(is_claim), is_test
        self.tokens = tokenizer.pair("", self.claim, TOKENS)

    def characters(self):
        return len(self.claim)


def claim_of(sentence):
    rest = sentence[TIE.match(sentence).end() :] if TIE.match(sentence) else sentence
    return rest[0].upper() + rest[1:]


def read(texts, tokenizer):
    with open(LABELS, encoding="utf-8", newline="") as file:
        rows = {(row["text"], row["sentence"]): row for row in csv.DictReader(file, delimiter="\t")}
    found = []
    for book in sorted({book for book, _ in rows}):
        with open(os.path.join(texts, f"{book}.txt"), encoding="utf-8") as file:
            for sentence in (s for paragraph in file for s in sentences(paragraph.strip())):
                row = rows.pop((book, key_of(sentence)), None)
                if row is not None:
                    found.append(Sentence(sentence, row["grade"], row["claim"], tokenizer, row["split"] == "test"))
    if rows:
        print(len(rows), "graded sentences are in no text")
    return found


def read_persons_grades(texts, tokenizer):
    with open(PERSONS_LABELS, encoding="utf-8", newline="") as file:
        grades = {row["sentence"]: float(row["grade"]) for row in csv.DictReader(file, delimiter="\t")}
    for path in sorted(glob.glob(os.path.join(texts, "*.txt"))):
        with open(path, encoding="utf-8") as file:
            for sentence in (s for paragraph in file for s in sentences(paragraph.strip())):
                grade = grades.pop(motions.key_of(sentence), None)
                if grade is not None:
                    yield Sentence(sentence, grade, 1, tokenizer)


def train(a):
    seed, epochs = (SEED_WITH_DATA, EPOCHS_WITH_DATA) if a.data else (SEED, EPOCHS)
    torch.manual_seed(seed)
    torch.set_num_threads(a.threads)
    rng = random.Random(seed)
    tokenizer, model = models(a)
    model.load(a.start, os.path.join(a.models, "model.onnx"))
    known = [sentence for sentence in read(a.texts, tokenizer) if not sentence.is_test]
    public = []
    if a.data:
        known += read_persons_grades(a.texts, tokenizer)
        public = [Sentence(text, debatable, debatable, tokenizer) for _, text, debatable in motions.examples(a.data, PUBLIC_OF_A_SOURCE, seed=1)]
    graded = [s for s in known if s.grade > 0]

    def drawn_for_epoch():
        for pool, count in (
            ([s for s in known if s.grade == 0 and s.is_claim], len(graded) * DEPENDENT),
            ([s for s in known if s.grade == 0 and not s.is_claim], len(graded) * OTHERS),
            ([s for s in public if s.grade], PUBLIC if public else 0),
            ([s for s in public if not s.grade], PUBLIC if public else 0),
        ):
            yield from rng.sample(pool, int(count))

    steps = epochs * (len(graded) + sum(1 for _ in drawn_for_epoch())) // BATCH
    layers = [p for p in model.encoder.parameters() if p.requires_grad]
    heads = list(model.motion.parameters())
    optimizer = torch.optim.AdamW([{"params": layers}, {"params": heads}], lr=LAYER_RATE, weight_decay=0.01)
    model.train()
    began = time.time()
    for step in range(1, steps + 1):
        if (step - 1) % (steps // epochs) == 0:
            drawn = batches([*graded, *drawn_for_epoch()], BATCH, rng)
        scale = min(1, step / WARM_UP_STEPS) * max(LOWEST_RATE, 1 - step / steps)
        for group, rate in zip(optimizer.param_groups, (LAYER_RATE, HEAD_RATE)):
            group["lr"] = rate * scale
        optimizer.zero_grad()
        loss = loss_of(model, next(drawn))
        loss.backward()
        torch.nn.utils.clip_grad_norm_(layers + heads, 1.0)
        optimizer.step()
        if step % 50 == 0:
            print(f"step {step} of {steps}: {loss.item():.3f}, {time.time() - began:.0f} s", flush=True)

    # Whether a sentence is a claim is only learned to help; the program does not ask.
    whole, model.motion["out"] = model.motion["out"], nn.Linear(HIDDEN, 1)
    with torch.no_grad():
        model.motion["out"].weight.copy_(whole.weight[:1])
        model.motion["out"].bias.copy_(whole.bias[:1])
    export(model, os.path.join(a.models, "model.onnx"), a.out, heads=["motion"])


def loss_of(model, batch):
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = model.pool(collate([s.tokens for s in batch]))
    logits = model.head(model.motion, hidden.float())
    grades, claims = (torch.tensor([getattr(s, name) for s in batch]) for name in ("grade", "is_claim"))
    return functional.binary_cross_entropy_with_logits(
        logits[:, 0], grades, weight=1 + 2 * grades
    ) + 0.5 * functional.binary_cross_entropy_with_logits(logits[:, 1], claims)


def fit(a):
    torch.set_num_threads(a.threads)
    tokenizer, model = models(a, outputs=1)
    model.load(a.network, os.path.join(a.models, "model.onnx"))
    tested = [sentence for sentence in read(a.texts, tokenizer) if sentence.is_test]
    network = Scorer(model, tokenizer).judge(
        [("", s.claim) for s in tested], lambda hidden: model.head(model.motion, hidden.float())[:, 0]
    )
    grades = np.array([s.grade for s in tested])
    embedder = MiniLm(os.path.join(a.models, "model.onnx"), os.path.join(a.models, "vocab.txt")).eval()
    vectors = embedder.vectors([s.claim for s in tested])
    with open(a.judge, encoding="utf-8") as file:
        judge = json.load(file)
    figures("network", network, grades)
    for name in ("withVector", "withoutVector"):
        weights = judge[name]
        alone = np.array([odds_of(weights, s.claim, v) for s, v in zip(tested, vectors)])
        rows = np.stack([alone, network], axis=1)
        both = LogisticRegression(C=1).fit(
            np.vstack([rows, rows]), np.repeat([1, 0], len(rows)), sample_weight=np.concatenate([grades, 1 - grades])
        )
        figures(name, alone, grades)
        figures(f"{name} and network", both.decision_function(rows), grades)
        weights["likelyAt"] = a.likely
        weights["withNetwork"] = {
            "intercept": round(float(both.intercept_[0]), 5),
            "sentence": round(float(both.coef_[0][0]), 5),
            "network": round(float(both.coef_[0][1]), 5),
            "proposeAt": a.propose,
        }
    with open(a.judge, "w", encoding="utf-8") as file:
        json.dump(judge, file, indent=1, ensure_ascii=False)
        file.write("\n")


def odds_of(weights, claim, vector):
    words, shapes = words_of(claim), shape(claim)
    odds = weights["intercept"] + sum(weights["words"].get(word, 0) for word in set(words))
    odds += weights["firstWord"].get(words[0] if words else "", 0)
    odds += sum(weights["shape"].get(name, 0) * value for name, value in shapes.items())
    return odds + (float(np.dot(weights["vector"], vector)) if weights["vector"] else 0)


def figures(name, odds, grades):
    """Area under the curve, average precision, and the shares of usable sentences and of those that are at least perhaps usable among the best."""
    usable, perhaps = grades >= USABLE, grades >= PERHAPS
    best = (-odds).argsort()
    of_best = ", ".join(f"{n}: {usable[best[:n]].mean():.2f} and {perhaps[best[:n]].mean():.2f}" for n in (20, 50, 100))
    print(f"{name}: AUC {roc_auc_score(usable, odds):.3f}, AP {average_precision_score(perhaps, odds):.3f}; of the best {of_best}")


def models(a, outputs=2):
    tokenizer = Tokenizer(os.path.join(a.models, "vocab.txt"))
    model = CrossEncoder(os.path.join(a.models, "model.onnx"))
    model.motion = head(outputs)
    return tokenizer, model


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = p.add_subparsers(required=True)
    for name, run in (("train", train), ("fit", fit)):
        verb = verbs.add_parser(name)
        verb.set_defaults(run=run)
        verb.add_argument("--texts", required=True, help="folder with the texts of the labels, one paragraph per line")
        verb.add_argument("--models", required=True, help="folder with model.onnx and vocab.txt of MiniLM")
        verb.add_argument("--threads", type=int, default=1)
        if name == "train":
            verb.add_argument("--start", required=True, help="network to start from (.npz or .onnx.gz)")
            verb.add_argument("--out", required=True, help="file to write (.npz)")
            verb.add_argument("--data", help="folder with the public sets of motions.py")
        else:
            verb.add_argument("--network", required=True, help="the network (.npz or .onnx.gz)")
            verb.add_argument("--judge", required=True, help="motions.json, to which the weights are written")
            verb.add_argument("--likely", type=float, default=0.05, help="the fast judge's probability from which the network reads")
            verb.add_argument("--propose", type=float, default=0.3, help="the probability from which a sentence is proposed")
    a = p.parse_args()
    a.run(a)


if __name__ == "__main__":
    main()
