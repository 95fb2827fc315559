"""Trains the second stage: a cross-encoder with a head for answers, one for stance, or in the first run both.

Answers: every text separately (answers the question or not), and the right text of a group before the others. Stance:
the label of every pair; on excerpts also the texts that oppose a claim before the others. MiniLM's embeddings do not change.
"""

import argparse
import os
import random
import time

import torch
from torch.nn import functional

import data
import excerpt_questions
import excerpts
import sentence_claims
from bert import CrossEncoder, Tokenizer, collate
from evaluate import Scorer
from export import export
from recipes import RECIPES

PAIR_TOKENS = 112
WARM_UP_STEPS = 80
LOWEST_RATE = 0.02
STEPS_IN_A_REPORT = 50
CONTRASTS_OF_A_CLAIM = 2


def arguments():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("recipe", choices=RECIPES, help="the run to train (recipes.py)")
    p.add_argument("--model", required=True, help="model.onnx of MiniLM")
    p.add_argument("--vocabulary", required=True, help="vocab.txt of MiniLM")
    p.add_argument("--data", required=True, help="folder with training/, squad2/, perspectrum/ and arguana-training/")
    p.add_argument("--contrast", help="folder with the pairs that contrast.py makes")
    p.add_argument("--books", help="folder with the books of claims.tsv and questions.tsv, one paragraph per line")
    p.add_argument("--start", help="network to start from (.npz or .onnx.gz); MiniLM by default")
    p.add_argument("--out", required=True, help="file to write (.npz)")
    p.add_argument("--steps", type=int, help="another number of steps, for a trial")
    p.add_argument("--save-every", type=int, default=400, help="steps between exports to <out>.<step>.npz")
    p.add_argument("--threads", type=int, default=2)
    return p.parse_args()


def batches(items, size, rng):
    """Endless batches of items of similar length."""
    while True:
        yield from batches_once(items, size, rng)


def batches_once(items, size, rng):
    rng.shuffle(items)
    found = []
    for at in range(0, len(items), size * 40):
        pool = sorted(items[at : at + size * 40], key=lambda item: item.characters())
        cut = [pool[i : i + size] for i in range(0, len(pool), size)]
        found += [batch for batch in cut if len(batch) == size]
    rng.shuffle(found)
    return found


def pooled(model, tokenizer, pairs):
    rows = [tokenizer.pair(first, second, PAIR_TOKENS) for first, second in pairs]
    with torch.autocast("cpu", dtype=torch.bfloat16):
        return model.pool(collate(rows))


def answer_loss(model, tokenizer, groups):
    logits = model.answer_logit(pooled(model, tokenizer, [(g.question, t) for g in groups for t in g.texts]))
    labels = torch.tensor([float(g.answerable and i == 0) for g in groups for i in range(len(g.texts))])
    loss = functional.binary_cross_entropy_with_logits(logits, labels, pos_weight=torch.tensor(2.0))
    of_group = logits.split([len(g.texts) for g in groups])
    first = [-scores.log_softmax(0)[0] for g, scores in zip(groups, of_group) if g.answerable]
    return loss + torch.stack(first).mean() if first else loss


def stance_loss(model, tokenizer, pairs):
    logits = model.stance_logits(pooled(model, tokenizer, [(p.claim, p.text) for p in pairs]))
    return functional.cross_entropy(logits, torch.tensor([p.label for p in pairs]))


def claim_loss(model, tokenizer, groups):
    """Loss for the stance of every text, and for ranking each opposing text before the others of its claim."""
    pairs = [pair for group in groups for pair in group]
    labels = torch.tensor([pair.label for pair in pairs])
    logits = model.stance_logits(pooled(model, tokenizer, [(p.claim, p.text) for p in pairs]))

    # Texts without a label count less: some of them may take a side that nobody noticed.
    loss = functional.cross_entropy(logits, labels, weight=torch.tensor([1.0, 1.0, 0.5]))
    opposes = logits[:, data.OPPOSE] - logits[:, [data.SUPPORT, data.NEITHER]].logsumexp(1)
    sizes = [len(group) for group in groups]
    first = []
    for scores, own in zip(opposes.split(sizes), labels.split(sizes)):
        others = scores[own != data.OPPOSE]
        first += [torch.cat([score[None], others]).logsumexp(0) - score for score in scores[own == data.OPPOSE]]
    return loss + 0.5 * torch.stack(first).mean() if first else loss


def contrast_loss(model, tokenizer, contrasts):
    """Loss for the stance of every text, and for telling the claim that it opposes from the one that it supports."""
    pairs = [(claim, c.text) for c in contrasts for claim in (c.supported, c.opposed)]
    logits = model.stance_logits(pooled(model, tokenizer, pairs))
    labels = torch.tensor([data.SUPPORT, data.OPPOSE] * len(contrasts))
    opposes = logits[:, data.OPPOSE] - logits[:, data.SUPPORT]
    return functional.cross_entropy(logits, labels) + functional.softplus(opposes[0::2] - opposes[1::2]).mean()


def drawn_contrasts(sentences, claims, size, rng):
    """Endless batches of texts with two claims; the texts are drawn again each time."""
    sided = [claim for claim in claims if claim.named()] * CONTRASTS_OF_A_CLAIM
    while True:
        items = [s.contrast(rng) for s in sentences] + [excerpts.contrast_of(claim, rng) for claim in sided]
        yield from batches_once(items, size, rng)


def drawn(claims, size, rng):
    """Endless batches of claims; the pairs of each claim are drawn again each time."""
    while True:
        rng.shuffle(claims)
        for at in range(0, len(claims) - size + 1, size):
            yield [[*excerpts.pairs_of(claim, rng)] for claim in claims[at : at + size]]


def drawn_groups(questions, size, rng):
    """Endless batches of questions on excerpts; the texts of each are drawn again each time."""
    while True:
        yield from batches_once([question.group(rng) for question in questions], size, rng)


def tasks_of(recipe, a, tokenizer, rng):
    """(loss, endless batches) of each task of a run."""
    folder = a.data
    tasks = []
    if recipe.answer_shares:
        groups = data.answer_sets(os.path.join(folder, "training", "m1"), recipe.answer_shares, rng)
        groups += data.squad2(
            os.path.join(folder, "squad2", "half.json"), recipe.squad_share, recipe.squad_windows, rng
        )
        print(len(groups), "question groups", flush=True)
        tasks.append((answer_loss, batches(groups, recipe.groups_in_a_step, rng)))
    if recipe.excerpt_groups_in_a_step:
        questions = list(excerpt_questions.read(a.books, "training", Scorer(CrossEncoder(a.model), tokenizer)))
        print(len(questions), "questions on excerpts", flush=True)
        tasks.append((answer_loss, drawn_groups(questions, recipe.excerpt_groups_in_a_step, rng)))
    if recipe.stance_in_a_step:
        tested = data.tested_motions(os.path.join(folder, "argkp"))
        pairs = data.stance_sets(os.path.join(folder, "training", "m2"), recipe.stance_shares, tested, rng)
        if a.contrast:
            pairs += data.stance_sets(a.contrast, recipe.stance_shares, tested, rng)
        for name, split, share in (
            ("perspectrum", "train", recipe.perspectrum_share),
            ("arguana-training", "training", recipe.arguana_share),
        ):
            pairs += data.debate_pairs(os.path.join(folder, name), split, share, rng)
        pairs = data.flipped(pairs, recipe.flipped_share, rng)
        print(len(pairs), "stance pairs", flush=True)
        tasks.append((stance_loss, batches(pairs, recipe.stance_in_a_step, rng)))
    if recipe.claims_in_a_step:
        untrained = Scorer(CrossEncoder(a.model), tokenizer)
        claims = list(excerpts.read(a.books, "training", untrained))
        print(len(claims), "claims on excerpts", flush=True)
        tasks.append((claim_loss, drawn(claims, recipe.claims_in_a_step, rng)))
        if recipe.contrasts_in_a_step:
            sentences = sentence_claims.read(a.books, "training")
            print(len(sentences), "sentences with two claims", flush=True)
            tasks.append((contrast_loss, drawn_contrasts(sentences, claims, recipe.contrasts_in_a_step, rng)))
    return tasks


def main():
    a = arguments()
    recipe = RECIPES[a.recipe]
    steps = a.steps or recipe.steps
    torch.manual_seed(recipe.seed)
    torch.set_num_threads(a.threads)
    rng = random.Random(recipe.seed)
    tokenizer = Tokenizer(a.vocabulary)
    model = CrossEncoder(a.model)
    if a.start:
        model.load(a.start, a.model)
    tasks = tasks_of(recipe, a, tokenizer, rng)

    layers = [p for p in model.encoder.parameters() if p.requires_grad]
    head_weights = [*model.answer.parameters(), *model.stance.parameters()]
    heads = [name for name, used in (("answer", recipe.answer_shares), ("stance", recipe.stance_in_a_step)) if used]
    optimizer = torch.optim.AdamW([{"params": layers}, {"params": head_weights}], lr=recipe.layer_rate, weight_decay=0.01)
    model.train()
    began, sums = time.time(), [0.0] * len(tasks)
    for step in range(1, steps + 1):
        scale = min(1, step / WARM_UP_STEPS) * max(LOWEST_RATE, 1 - (step - 1) / steps)
        for group, rate in zip(optimizer.param_groups, (recipe.layer_rate, recipe.head_rate)):
            group["lr"] = rate * scale
        optimizer.zero_grad()
        for i, (loss_of, source) in enumerate(tasks):
            loss = loss_of(model, tokenizer, next(source))
            loss.backward()
            sums[i] += loss.item()
        torch.nn.utils.clip_grad_norm_(layers + head_weights, 1.0)
        optimizer.step()
        if step % STEPS_IN_A_REPORT == 0:
            means = " ".join(f"{s / STEPS_IN_A_REPORT:.3f}" for s in sums)
            print(f"step {step}: {means}, {time.time() - began:.0f} s", flush=True)
            sums = [0.0] * len(tasks)
        if step % a.save_every == 0 and step < steps:
            export(model, a.model, f"{a.out.removesuffix('.npz')}.{step}.npz", heads=heads)
    export(model, a.model, a.out, heads=heads)


if __name__ == "__main__":
    main()
