"""Writes the weighted mean of two networks that were trained from the same weights (.npz), in 16-bit floats."""

import argparse

import numpy as np

from bert import HEADS_OF_TASKS, read_npz
from export import save


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("first")
    p.add_argument("second")
    p.add_argument("out")
    p.add_argument("--second-share", type=float, default=0.5, help="the share of the second network, 0 to 1")
    a = p.parse_args()
    first, second, share = read_npz(a.first), read_npz(a.second), a.second_share

    # The matrices of an export are 16-bit floats, its heads 32-bit ones.
    mean = {name: (1 - share) * first[name] + share * second[name] for name in first}
    save({name: value.astype(np.float32 if is_of_head(name) else np.float16) for name, value in mean.items()}, a.out)


def is_of_head(name):
    return name.split(".")[0] in HEADS_OF_TASKS


if __name__ == "__main__":
    main()
