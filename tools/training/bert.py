"""MiniLM as a cross-encoder in PyTorch: a WordPiece tokenizer, the six layers, and two heads.

The initial weights are those of the package's ONNX file. ``onnx_names`` maps every trained tensor to the initializer of that
file that it replaces.
"""

import gzip
import re
import unicodedata

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn

LAYERS = 6
HIDDEN = 384
HEADS = 12
CLS, SEP, UNKNOWN = 101, 102, 100
MAX_QUESTION_TOKENS = 64
MAX_TOKENS = 160
ZERO = 128  # what MatMulNBits subtracts from each whole number

# Name inside the ONNX graph -> attribute of ``Layer``.
LAYER_PARTS = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "attention_out",
    "attention.output.LayerNorm": "attention_norm",
    "intermediate.dense": "widen",
    "output.dense": "narrow",
    "output.LayerNorm": "out_norm",
}

STANCES = ("support", "oppose", "neither")
HEADS_OF_TASKS = ("answer", "stance", "motion")
TRAINED = ("encoder.layers.", *(f"{task}." for task in HEADS_OF_TASKS))


class Layer(nn.Module):
    """One encoder layer: self-attention, then two dense layers, each with a residual and a norm."""

    def __init__(self):
        super().__init__()
        self.query, self.key, self.value, self.attention_out = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.attention_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.widen = nn.Linear(HIDDEN, 4 * HIDDEN)
        self.narrow = nn.Linear(4 * HIDDEN, HIDDEN)
        self.out_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x, mask):
        batch, length, _ = x.shape

        def by_head(t):
            return t.view(batch, length, HEADS, HIDDEN // HEADS).transpose(1, 2)

        weights = by_head(self.query(x)) @ by_head(self.key(x)).transpose(-1, -2)
        weights = (weights / (HIDDEN // HEADS) ** 0.5 + mask).softmax(-1)
        context = (self.dropout(weights) @ by_head(self.value(x))).transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.attention_norm(x + self.dropout(self.attention_out(context)))
        return self.out_norm(x + self.dropout(self.narrow(nn.functional.gelu(self.widen(x)))))


class Encoder(nn.Module):
    """The embeddings (frozen in training) and the layers; returns the mean of the last hidden states."""

    def __init__(self):
        super().__init__()
        self.words = nn.Embedding(30522, HIDDEN)
        self.positions = nn.Embedding(512, HIDDEN)
        self.types = nn.Embedding(2, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.dropout = nn.Dropout(0.1)
        for part in (self.words, self.positions, self.types, self.norm):
            part.requires_grad_(False)

    def forward(self, ids, attention, types):
        positions = torch.arange(ids.shape[1])[None]
        x = self.dropout(self.norm(self.words(ids) + self.positions(positions) + self.types(types)))
        mask = (1 - attention[:, None, None, :].float()) * -1e4
        for layer in self.layers:
            x = layer(x, mask)
        return (x * attention[..., None]).sum(1) / attention.sum(1, keepdim=True)


def head(outputs):
    """hidden -> tanh -> out."""
    return nn.ModuleDict({"hidden": nn.Linear(HIDDEN, HIDDEN), "out": nn.Linear(HIDDEN, outputs)})


class CrossEncoder(nn.Module):
    """The encoder with a head for answers (one logit) and one for stance (support, oppose, neither)."""

    def __init__(self, onnx_path):
        super().__init__()
        self.encoder = Encoder()
        self.answer = head(1)
        self.stance = head(len(STANCES))
        self.dropout = nn.Dropout(0.1)
        self._load_onnx(onnx_path)

    def pool(self, batch):
        return self.encoder(*batch)

    def head(self, part, pooled):
        return part["out"](self.dropout(torch.tanh(part["hidden"](pooled))))

    def answer_logit(self, pooled):
        return self.head(self.answer, pooled.float()).squeeze(-1)

    def stance_logits(self, pooled):
        return self.head(self.stance, pooled.float())

    def _load_onnx(self, path):
        arrays = {i.name: numpy_helper.to_array(i) for i in onnx.load(path).graph.initializer}
        state = self.state_dict()
        loaded = {}
        for name, (target, transposed) in onnx_names(path, embeddings=True).items():
            loaded[target] = torch.tensor(np.array(arrays[name].T if transposed else arrays[name]))
            assert loaded[target].shape == state[target].shape, (name, target)
        missing = [k for k in state if k.startswith("encoder.") and k not in loaded]
        assert not missing, missing
        self.load_state_dict(loaded, strict=False)

    def load(self, path, onnx_path):
        """Loads a trained network (.npz or .onnx.gz) over the model; a head that the file lacks keeps its values."""
        names = onnx_names(onnx_path)
        state = {}
        for name, value in (read_network if path.endswith(".gz") else read_npz)(path).items():
            target, transposed = names.get(name, (name, False))
            state[target] = torch.tensor(np.array(value.T if transposed else value))
        unknown = self.load_state_dict(state, strict=False).unexpected_keys
        assert not unknown, unknown


def read_network(path):
    """The trained tensors of a file of ``network.py``, by their PyTorch names."""
    with gzip.open(path) as file:
        arrays = {i.name: numpy_helper.to_array(i) for i in onnx.load(file).graph.initializer}
    tensors = {name: value.astype(np.float32) for name, value in arrays.items() if name.startswith(TRAINED) and not name.endswith(".scale")}
    for name in tensors:
        if arrays[name].dtype == np.uint8:
            scales = arrays[name.replace(".weight", ".scale")].astype(np.float32)
            tensors[name] = ((tensors[name] - ZERO) * scales[..., None]).reshape(len(scales), -1)
    return tensors


def read_npz(path):
    """The tensors of a run, by the names of MiniLM's file."""
    file = np.load(path)
    return {name: file[name].astype(np.float32) for name in file.files}


def onnx_names(path, embeddings=False):
    """Initializer name -> (parameter name, stored transposed?). Weights of a MatMul have no useful name in
    the graph, so they are found by the bias that is added to their product."""
    graph = onnx.load(path).graph
    names = {}
    matmul_weight = {}
    initializers = {i.name for i in graph.initializer}
    consumers = {}
    for node in graph.node:
        for x in node.input:
            consumers.setdefault(x, []).append(node)
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in initializers:
            for after in consumers.get(node.output[0], []):
                if after.op_type == "Add":
                    for x in after.input:
                        if x in initializers and x.endswith(".bias"):
                            matmul_weight[x] = node.input[1]

    fixed = {
        "embeddings.word_embeddings.weight": "encoder.words.weight",
        "embeddings.position_embeddings.weight": "encoder.positions.weight",
        "embeddings.token_type_embeddings.weight": "encoder.types.weight",
        "embeddings.LayerNorm.weight": "encoder.norm.weight",
        "embeddings.LayerNorm.bias": "encoder.norm.bias",
    }
    for name in initializers:
        plain = re.sub(r"^(0\.)?auto_model\.", "", name)
        if embeddings and plain in fixed:
            names[name] = (fixed[plain], False)
        found = re.match(r"encoder\.layer\.(\d+)\.(.+)\.(weight|bias)$", plain)
        if found and found[2] in LAYER_PARTS:
            target = f"encoder.layers.{found[1]}.{LAYER_PARTS[found[2]]}"
            names[name] = (f"{target}.{found[3]}", False)
            if name in matmul_weight:
                names[matmul_weight[name]] = (f"{target}.weight", True)
    return names


class Tokenizer:
    """WordPiece, lower case, accents removed; words are cached."""

    def __init__(self, vocabulary_path):
        with open(vocabulary_path, encoding="utf-8") as file:
            self.vocabulary = {line.rstrip("\n"): i for i, line in enumerate(file)}
        self._known = {}

    def _pieces(self, word):
        if word not in self._known:
            pieces, start = [], 0
            while start < len(word):
                end = len(word)
                while end > start and ("##" if start else "") + word[start:end] not in self.vocabulary:
                    end -= 1
                if end == start:
                    pieces = [UNKNOWN]
                    break
                pieces.append(self.vocabulary[("##" if start else "") + word[start:end]])
                start = end
            self._known[word] = pieces
        return self._known[word]

    def ids(self, text):
        folded = unicodedata.normalize("NFD", text.lower())
        folded = "".join(c for c in folded if unicodedata.category(c) != "Mn")
        return [i for word in re.findall(r"\w+|[^\w\s]", folded) for i in self._pieces(word)]

    def pair(self, first, second, length):
        """[CLS] first [SEP] second [SEP] with token types; the second is truncated to the remaining length."""
        first = self.ids(first)[:MAX_QUESTION_TOKENS]
        second = self.ids(second)[: length - 3 - len(first)]
        return [CLS, *first, SEP, *second, SEP], [0] * (len(first) + 2) + [1] * (len(second) + 1)

    def single(self, text, length):
        ids = self.ids(text)[: length - 2]
        return [CLS, *ids, SEP], [0] * (len(ids) + 2)


def collate(rows):
    """Pads token rows to one batch: ids, attention mask, token types."""
    longest = max(len(ids) for ids, _ in rows)
    ids = torch.zeros(len(rows), longest, dtype=torch.long)
    attention, types = torch.zeros_like(ids), torch.zeros_like(ids)
    for r, (row, row_types) in enumerate(rows):
        ids[r, : len(row)] = torch.tensor(row)
        attention[r, : len(row)] = 1
        types[r, : len(row)] = torch.tensor(row_types)
    return ids, attention, types
