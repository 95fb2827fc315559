"""Writes trained networks: the tensors of a run (.npz), and from them the file that the program runs.

    python3 export.py IN.npz OUT.onnx.gz --model model.onnx
"""

import argparse
import gzip
import os
from contextlib import contextmanager

import numpy as np
import onnx
from onnx import numpy_helper

from bert import onnx_names, read_npz
from network import network


def export(model, onnx_path, out_path, heads):
    state = {name: tensor.detach().float().numpy() for name, tensor in model.state_dict().items()}
    tensors = {}
    for name, (target, transposed) in onnx_names(onnx_path).items():
        value = state[target].T if transposed else state[target]
        tensors[name] = np.ascontiguousarray(value.astype(np.float16))
    for name, value in state.items():
        if name.split(".")[0] in heads:
            tensors[name] = value.astype(np.float32)
    save(tensors, out_path)


def save(tensors, path):
    with whole(path) as file:
        np.savez_compressed(file, **tensors)


@contextmanager
def whole(path):
    """A file to write that gets its name at the end, so that a run that is stopped leaves whole files only."""
    with open(f"{path}.part", "wb") as file:
        yield file
    os.replace(f"{path}.part", path)


def state_of(tensors, model):
    """Tensors of a trained network by their PyTorch names, with the embeddings of MiniLM."""
    initializers = {i.name: numpy_helper.to_array(i) for i in onnx.load(model).graph.initializer}
    trained, names = onnx_names(model), onnx_names(model, embeddings=True)
    missing = trained.keys() - tensors.keys()
    assert not missing, missing
    state = {}
    for name, value in {**{name: initializers[name] for name in names.keys() - trained.keys()}, **tensors}.items():
        target, transposed = names.get(name, (name, False))
        state[target] = np.asarray(value.T if transposed else value, dtype=np.float32)
    return state


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("trained", help="tensors of a trained network with one head (.npz)")
    p.add_argument("out", help="file to write (.onnx.gz)")
    p.add_argument("--model", required=True, help="model.onnx of MiniLM")
    p.add_argument("--levels", type=int, default=63, help="whole numbers of each sign, at most 127; fewer are packed into a smaller file")
    a = p.parse_args()
    tensors = read_npz(a.trained)
    heads = {name.split(".")[0] for name in tensors if name.endswith(".out.weight")}
    if not 1 <= a.levels <= 127:
        p.error(f"--levels is {a.levels}; give a number from 1 to 127")
    if len(heads) != 1:
        p.error(f"{a.trained} has {len(heads)} heads; the program reads networks with one")
    model = network(state_of(tensors, a.model), *heads, a.levels)
    with whole(a.out) as file:
        file.write(gzip.compress(model.SerializeToString(), compresslevel=9, mtime=0))


if __name__ == "__main__":
    main()
