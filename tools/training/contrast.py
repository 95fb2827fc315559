"""Makes pairs of claim and text from books, without manual labels.

A contrasting sentence ("But …", "However, …") opposes the sentence before it; a continuing one ("Therefore, …", "For
example, …") supports it; one from elsewhere in the book does neither. Most of these cue words are removed, so that the model
must read the rest. A negated sentence ("is" to "is not") is opposed by the original sentence.
"""

import argparse
import gzip
import json
import os
import random
import re

from bert import STANCES
from data import NEITHER, OPPOSE, SUPPORT, split_sentences
from negation import negated

TURNS = (
    "But", "However", "Yet", "Nevertheless", "Nonetheless", "On the contrary", "On the other hand", "In contrast",
    "By contrast", "Conversely", "In reality", "Instead", "Unfortunately", "Even so", "Still", "That said",
)
CONTINUATIONS = (
    "Therefore", "Thus", "Hence", "Indeed", "Moreover", "Furthermore", "In addition", "Likewise", "Similarly",
    "For example", "For instance", "In other words", "Accordingly", "Consequently", "In fact", "As a result",
    "Specifically", "That is", "In particular", "After all",
)  # fmt: skip
SHARE_WITH_MARKER = 0.3
SHARE_WITH_CLAIM = 0.3
MIN_WORDS, MAX_CLAIM_WORDS, MAX_TEXT_WORDS = 6, 45, 90
PRONOUN_FIRST = re.compile(r"^(He|She|They|It|This|These|Those|That|Such|His|Her|Their|Its)\b")
CONCESSION = re.compile(r"^(?:Although|Though|While|Even though) ([^,;]{25,}), (.{25,})$")
BUT_CLAUSE = re.compile(r"^(.{30,}?)[,;] (?:but|yet) ((?!also\b|rather\b|merely\b|only\b|at\b|in\b|to\b|of\b|by\b).{30,})$")


def words_of(text):
    return len(text.split())


def capital(text):
    return text[:1].upper() + text[1:]


def marker_of(sentence, markers):
    for marker in markers:
        if sentence.startswith((marker + ",", marker + " ")):
            return marker
    return None


def without(sentence, marker):
    return capital(sentence[len(marker) :].lstrip(", "))


def fits(claim, text):
    return MIN_WORDS <= words_of(claim) <= MAX_CLAIM_WORDS and MIN_WORDS <= words_of(text) <= MAX_TEXT_WORDS


def pairs_of(paragraph, rng, elsewhere):
    """Yields (claim, text, label) of one paragraph; ``elsewhere`` draws a random sentence of the same book."""
    sentences = split_sentences(paragraph)
    for i, sentence in enumerate(sentences):
        yield from inner_turn(sentence)
        if words_of(sentence) <= 25 and not PRONOUN_FIRST.match(sentence) and rng.random() < 0.25:
            opposite = negated(sentence)
            if opposite:
                text = " ".join(sentences[i : i + rng.choice((1, 1, 2))])
                yield opposite, text, OPPOSE
                yield sentence, text, SUPPORT
        if i + 1 == len(sentences):
            continue
        after = sentences[i + 1]
        for markers, label in ((TURNS, OPPOSE), (CONTINUATIONS, SUPPORT)):
            marker = marker_of(after, markers)
            if marker is None:
                continue
            text = after if rng.random() < SHARE_WITH_MARKER else without(after, marker)
            if i + 2 < len(sentences) and rng.random() < 0.4:
                text += " " + sentences[i + 2]
            if rng.random() < SHARE_WITH_CLAIM:
                text = f"{sentence} {after}"
                if label == OPPOSE and i > 0:
                    yield sentence, f"{sentences[i - 1]} {sentence}", SUPPORT
            yield sentence, text, label
        if rng.random() < 0.1:
            yield sentence, elsewhere(), NEITHER


def inner_turn(sentence):
    for pattern in (CONCESSION, BUT_CLAUSE):
        found = pattern.match(sentence)
        if found:
            yield capital(found[1].rstrip(".")) + ".", capital(found[2]), OPPOSE
            return


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("books", help="folder with a .txt file for each book, one paragraph per line")
    p.add_argument("--out", required=True, help="file to write (.jsonl.gz)")
    p.add_argument("--seed", type=int, default=1)
    a = p.parse_args()
    rng = random.Random(a.seed)
    counts = [0] * len(STANCES)
    with gzip.open(a.out, "wt", encoding="utf-8") as out:
        for name in sorted(os.listdir(a.books)):
            with open(os.path.join(a.books, name), encoding="utf-8") as file:
                paragraphs = file.read().splitlines()
            every = [s for paragraph in paragraphs for s in split_sentences(paragraph)]
            for paragraph in paragraphs:
                for claim, text, label in pairs_of(paragraph, rng, lambda: rng.choice(every)):
                    if fits(claim, text):
                        counts[label] += 1
                        row = {"c": claim, "s": text, "y": STANCES[label], "src": name.removesuffix(".txt")}
                        out.write(json.dumps(row, ensure_ascii=False) + "\n")
    print(dict(zip(STANCES, counts)))


if __name__ == "__main__":
    main()
