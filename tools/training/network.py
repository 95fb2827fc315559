"""The ONNX file that the program runs: a graph that reads pairs of texts and returns the outputs of the head.

Its matrices are whole numbers with a scale for each block of 64 (operator MatMulNBits of ONNX Runtime), so the network needs a
quarter of the memory. It does not contain the word embeddings: they are MiniLM's own, and the program gives all networks the
same ones.
"""

import numpy as np
from onnx import TensorProto, helper, numpy_helper

from bert import HEADS, HIDDEN, LAYERS, MAX_TOKENS, ZERO

BLOCK = 64
EPSILON = 1e-12
MASKED = -10000.0  # added to the attention of padding
INT8_ACTIVATIONS = 4  # the accuracy level: inputs are rounded to 8 bits too, each row in blocks of its own
OPSETS = {"": 17, "com.microsoft": 1}


class Graph:
    """Nodes and constants of an ONNX graph in the making."""

    def __init__(self, levels):
        self.levels, self.nodes, self.constants = levels, [], []

    def add(self, operator, inputs, domain="", outputs=1, **attributes):
        names = [f"{operator}.{len(self.nodes)}.{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(operator, inputs, names, domain=domain, **attributes))
        return names[0]

    def constant(self, name, value):
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def half(self, name, value):
        """A constant of 16-bit floats, which the runtime widens once when it loads the file."""
        return self.add("Cast", [self.constant(name, value.astype(np.float16))], to=TensorProto.FLOAT)

    def linear(self, name, x, weight, bias):
        """``x`` times a matrix of whole numbers, plus the bias. ``weight`` is outputs × inputs, as in PyTorch."""
        numbers, scales = in_blocks(weight, self.levels)
        scales = self.half(f"{name}.scale", scales)
        return self.add(
            "MatMulNBits",
            [x, self.constant(f"{name}.weight", numbers), scales, "", "", self.constant(f"{name}.bias", bias)],
            domain="com.microsoft",
            K=weight.shape[1],
            N=weight.shape[0],
            bits=8,
            block_size=BLOCK,
            accuracy_level=INT8_ACTIVATIONS,
        )


def in_blocks(weight, levels):
    """Whole numbers (outputs × blocks × block) and the scale of each block."""
    blocks = weight.reshape(len(weight), -1, BLOCK)
    scales = (np.abs(blocks).max(axis=2) / levels).astype(np.float16)
    scales[scales == 0] = 1
    whole = np.round(blocks / scales[..., None].astype(np.float32)).clip(-levels, levels)
    return (whole + ZERO).astype(np.uint8), scales


def network(state, head, levels):
    """The graph of a network. ``state`` has its tensors by their PyTorch names; ``levels`` is the largest whole number of a matrix."""
    g = Graph(levels)

    def norm(name):
        return [g.constant(f"{name}.{part}", state[f"{name}.{part}"]) for part in ("weight", "bias")]

    def linear(name, x):
        return g.linear(name, x, state[f"{name}.weight"], state[f"{name}.bias"])

    ids, types = (g.add("Cast", [name], to=TensorProto.INT32) for name in ("input_ids", "token_type_ids"))
    tables = [g.half(f"encoder.{name}.weight", state[f"encoder.{name}.weight"][:MAX_TOKENS]) for name in ("positions", "types")]
    x = g.add(
        "EmbedLayerNormalization",
        [ids, types, "word_embeddings", *tables, *norm("encoder.norm")],
        domain="com.microsoft",
        outputs=2,
        epsilon=EPSILON,
    )
    hidden_axis, token_axis = g.constant("hidden.axis", np.array([2])), g.constant("tokens.axis", np.array([1]))
    counted = g.add("Cast", ["attention_mask"], to=TensorProto.FLOAT)
    padding = g.add("Mul", [g.add("Sub", [g.constant("one", np.float32(1)), counted]), g.constant("masked", np.float32(MASKED))])
    padding = g.add("Unsqueeze", [padding, g.constant("heads.axes", np.array([1, 2]))])
    by_head, together = g.constant("by.head", np.array([0, 0, HEADS, HIDDEN // HEADS])), g.constant("together", np.array([0, 0, HIDDEN]))
    scale = g.constant("attention.scale", np.float32((HIDDEN // HEADS) ** -0.5))
    for layer in (f"encoder.layers.{i}" for i in range(LAYERS)):

        def split(name, x, order):
            return g.add("Transpose", [g.add("Reshape", [linear(f"{layer}.{name}", x), by_head])], perm=order)

        def residual(name, x, added):
            return g.add("LayerNormalization", [g.add("Add", [added, x]), *norm(f"{layer}.{name}")], epsilon=EPSILON, axis=-1)

        queries, keys, values = split("query", x, [0, 2, 1, 3]), split("key", x, [0, 2, 3, 1]), split("value", x, [0, 2, 1, 3])
        weights = g.add("Mul", [g.add("MatMul", [queries, keys]), scale])
        weights = g.add("Softmax", [g.add("Add", [weights, padding])], axis=-1)
        attention = g.add("Transpose", [g.add("MatMul", [weights, values])], perm=[0, 2, 1, 3])
        x = residual("attention_norm", x, linear(f"{layer}.attention_out", g.add("Reshape", [attention, together])))
        wide = g.add("Gelu", [linear(f"{layer}.widen", x)], domain="com.microsoft")
        x = residual("out_norm", x, linear(f"{layer}.narrow", wide))

    # The mean of the tokens, padding left out, then the head.
    columns = g.add("Unsqueeze", [counted, hidden_axis])
    total = g.add("ReduceSum", [g.add("Mul", [x, columns]), token_axis], keepdims=0)
    mean = g.add("Div", [total, g.add("ReduceSum", [counted, token_axis], keepdims=1)])

    def dense(part, x):
        return [x, g.half(f"{head}.{part}.weight", state[f"{head}.{part}.weight"]), g.constant(f"{head}.{part}.bias", state[f"{head}.{part}.bias"])]

    hidden = g.add("Tanh", [g.add("Gemm", dense("hidden", mean), transB=1)])
    g.nodes.append(helper.make_node("Gemm", dense("out", hidden), ["scores"], transB=1))

    texts = [helper.make_tensor_value_info(n, TensorProto.INT64, ["texts", "tokens"]) for n in ("input_ids", "attention_mask", "token_type_ids")]
    words = helper.make_tensor_value_info("word_embeddings", TensorProto.FLOAT, ["words", HIDDEN])
    scores = helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["texts", len(state[f"{head}.out.bias"])])
    graph = helper.make_graph(g.nodes, "MiniLM cross-encoder", [*texts, words], [scores], g.constants)
    return helper.make_model(graph, ir_version=8, opset_imports=[helper.make_opsetid(d, v) for d, v in OPSETS.items()])
