"""Writes trained weights in the bot's format: fp16 with the names of the ONNX file, the heads in fp32.

A run that trains only one head does not write the other, because the layers have changed without it.
``python3 export.py IN.npz OUT.npz`` quantizes the matrices to small integers, with a scale for each row.
"""

import os
import sys

import numpy as np

from bert import onnx_names


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


LEVELS = 63  # of each sign: 7 bits, of which the archive packs more than of 8


def save(tensors, path):
    unfinished = f"{path}.part.npz"
    np.savez_compressed(unfinished, **tensors)
    os.replace(unfinished, path)  # a run that is stopped leaves whole files only


def in_whole_numbers(tensors):
    out = {}
    for name, value in tensors.items():
        if value.ndim == 2 and value.dtype == np.float16:
            wide = value.astype(np.float32)
            scale = np.abs(wide).max(axis=1) / LEVELS
            out[name] = np.round(wide / scale[:, None]).astype(np.int8)
            out[f"{name}.scale"] = scale
        else:
            out[name] = value
    return out


if __name__ == "__main__":
    save(in_whole_numbers(np.load(sys.argv[1])), sys.argv[2])
