"""Writes trained weights as the bot reads them: fp16 under the names of the ONNX file, the heads in fp32.

A run that trains the answer head alone writes no stance head: the layers have moved on without it.
"""

import os

import numpy as np

from bert import onnx_names


def export(model, onnx_path, out_path, stance):
    state = {name: tensor.detach().float().numpy() for name, tensor in model.state_dict().items()}
    tensors = {}
    for name, (target, transposed) in onnx_names(onnx_path).items():
        value = state[target].T if transposed else state[target]
        tensors[name] = np.ascontiguousarray(value.astype(np.float16))
    for name, value in state.items():
        if name.startswith("answer.") or (stance and name.startswith("stance.")):
            tensors[name] = value.astype(np.float32)
    unfinished = f"{out_path}.part.npz"
    np.savez_compressed(unfinished, **tensors)
    os.replace(unfinished, out_path)  # a run that is stopped leaves whole files only
