"""all-MiniLM-L6-v2 in PyTorch, with the weights of the bot's ONNX file. For training; it needs no other package."""
import re
import unicodedata

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536
START, SEPARATOR, UNKNOWN, LONGEST = 101, 102, 100, 256


def read_weights(path):
    """The tensors of an ONNX file with their names before the export."""
    graph = onnx.load(path).graph
    tensors = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    plain = lambda name: re.sub(r"^(0\.)?auto_model\.", "", name)
    weights = {plain(name): value for name, value in tensors.items() if plain(name).startswith(("embeddings.", "encoder."))}
    users = {}
    for node in graph.node:
        for name in node.input:
            users.setdefault(name, []).append(node)

    # The matrices of linear layers lost their names; the bias that is added after each one still has its name.
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in tensors:
            for user in users.get(node.output[0], []):
                for name in user.input if user.op_type == "Add" else []:
                    if name in tensors and name.endswith(".bias"):
                        weights[plain(name)[: -len("bias")] + "weight"] = tensors[node.input[1]].T
    return {name: torch.tensor(np.array(value)).contiguous() for name, value in weights.items()}


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.after_attention, self.after_inner = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))

    def forward(self, x, mask):
        heads = lambda y: y.view(*y.shape[:2], HEADS, WIDTH // HEADS).transpose(1, 2)
        scores = heads(self.query(x)) @ heads(self.key(x)).transpose(-1, -2) / (WIDTH // HEADS) ** 0.5 + mask
        mixed = (scores.softmax(-1) @ heads(self.value(x))).transpose(1, 2).reshape(x.shape)
        x = self.after_attention(x + self.output(mixed))
        return self.after_inner(x + self.outer(nn.functional.gelu(self.inner(x))))


class MiniLm(nn.Module):
    """Computes the texts' vectors of length 1, as the bot does."""

    PARTS = {
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value", "output": "attention.output.dense",
        "inner": "intermediate.dense", "outer": "output.dense",
        "after_attention": "attention.output.LayerNorm", "after_inner": "output.LayerNorm",
    }

    def __init__(self, network, vocabulary):
        super().__init__()
        self.words, self.places, self.parts = nn.Embedding(30522, WIDTH), nn.Embedding(512, WIDTH), nn.Embedding(2, WIDTH)
        self.first = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        weights = read_weights(network)
        with torch.no_grad():
            self.words.weight.copy_(weights["embeddings.word_embeddings.weight"])
            self.places.weight.copy_(weights["embeddings.position_embeddings.weight"])
            self.parts.weight.copy_(weights["embeddings.token_type_embeddings.weight"])
            self._copy(self.first, weights, "embeddings.LayerNorm")
            for i, layer in enumerate(self.layers):
                for name, stored in self.PARTS.items():
                    self._copy(getattr(layer, name), weights, f"encoder.layer.{i}.{stored}")
        with open(vocabulary, encoding="utf-8") as lines:
            self.vocabulary = {line.rstrip("\n"): i for i, line in enumerate(lines)}

    @staticmethod
    def _copy(module, weights, name):
        module.weight.copy_(weights[name + ".weight"])
        module.bias.copy_(weights[name + ".bias"])

    def pieces(self, text):
        text = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(c) != "Mn")
        found = []
        for word in re.findall(r"\w+|[^\w\s]", text):
            start, of_word = 0, []
            while start < len(word):
                end = len(word)
                while end > start and ("##" if start else "") + word[start:end] not in self.vocabulary:
                    end -= 1
                if end == start:
                    of_word = [UNKNOWN]
                    break
                of_word.append(self.vocabulary[("##" if start else "") + word[start:end]])
                start = end
            found += of_word
        return [START, *found[: LONGEST - 2], SEPARATOR]

    def forward(self, ids, attention):
        x = self.first(self.words(ids) + self.places(torch.arange(ids.shape[1]))[None] + self.parts(torch.zeros_like(ids)))
        mask = (1 - attention[:, None, None, :].float()) * -1e4
        for layer in self.layers:
            x = layer(x, mask)
        return x

    @torch.inference_mode()
    def vectors(self, texts, batch=64):
        inputs = [self.pieces(text) for text in texts]
        result = np.zeros((len(texts), WIDTH), dtype=np.float32)
        order = sorted(range(len(texts)), key=lambda i: len(inputs[i]))
        for start in range(0, len(order), batch):
            rows = order[start : start + batch]
            longest = max(len(inputs[i]) for i in rows)
            ids, attention = torch.zeros(len(rows), longest, dtype=torch.long), torch.zeros(len(rows), longest)
            for row, i in enumerate(rows):
                ids[row, : len(inputs[i])] = torch.tensor(inputs[i])
                attention[row, : len(inputs[i])] = 1
            tokens = self(ids, attention)
            means = (tokens * attention[..., None]).sum(1) / attention.sum(1, keepdim=True)
            result[rows] = nn.functional.normalize(means, dim=1).numpy()
        return result
