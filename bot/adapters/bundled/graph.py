"""The model as an ONNX graph: token ids and a mask in, one unit vector a text out; the weights lie in a file beside it.

Written node by node, with ONNX Runtime's own operators (com.microsoft) for what they have: the word embedding stays in
4 bits (GatherBlockQuantized), matrix products are taken in 8 bits (MatMulNBits), all else in floats.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from bot.adapters.bundled.weights import BLOCK, Blocks, Bytes, Floats, Weights

OPSET, IR_VERSION = 21, 10  # the first ones that know numbers of 4 bits
_RUNTIME = "com.microsoft"
_INT8 = 4  # MatMulNBits' accuracy level: both sides in 8 bits
_OUTSIDE = 1024  # bytes: larger tensors lie in the file beside the graph


def write_graph(weights: Weights, path: Path) -> None:
    """Write `path` and `path`.data. Raises OSError if they can't be written."""
    import onnx
    from onnx import TensorProto, helper

    sketch = _Sketch()
    states = _embedded(sketch, weights)
    for layer in range(weights.layers):
        states = _layer(sketch, weights, f"l{layer}", states)
    _pooled(sketch, states)
    shape = ["batch", "tokens"]
    graph = helper.make_graph(
        sketch.nodes,
        "multilingual-e5-small",
        [helper.make_tensor_value_info(name, TensorProto.INT32, shape) for name in ("ids", "mask")],
        [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["batch", weights.hidden])],
        sketch.constants,
    )
    versions = [helper.make_opsetid("", OPSET), helper.make_opsetid(_RUNTIME, 1)]
    model = helper.make_model(graph, opset_imports=versions, ir_version=IR_VERSION)
    onnx.save_model(model, str(path), save_as_external_data=True, location=f"{path.name}.data", size_threshold=_OUTSIDE)


class _Sketch:
    """Nodes and constants, added one by one; what adds one returns the name of what it gives."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def node(self, kind: str, name: str, *inputs: str, domain: str = "", **settings: Any) -> str:
        from onnx import helper

        self.nodes.append(helper.make_node(kind, inputs, [name], name, domain=domain, **settings))
        return name

    def split(self, names: list[str], whole: str) -> None:
        from onnx import helper

        self.nodes.append(helper.make_node("Split", [whole], names, names[0], axis=-1, num_outputs=len(names)))

    def floats(self, name: str, values: Floats) -> str:
        return self._constant(name, np.ascontiguousarray(values, np.float32))

    def whole(self, name: str, value: int) -> str:
        return self._constant(name, np.array([value], np.int64))

    def packed(self, name: str, kind: int, shape: list[int], data: Bytes) -> str:
        from onnx import helper

        self.constants.append(helper.make_tensor(name, kind, shape, data.tobytes(), raw=True))
        return name

    def _constant(self, name: str, values: Any) -> str:
        from onnx import numpy_helper

        self.constants.append(numpy_helper.from_array(values, name))
        return name


def _embedded(sketch: _Sketch, weights: Weights) -> str:
    from onnx import TensorProto

    width = weights.hidden
    words = weights.blocks("emb.word")
    table = sketch.packed("words", TensorProto.INT4, [weights.vocabulary, width], words.signed())
    scales = sketch.floats("words.scales", words.scales.reshape(weights.vocabulary, width // BLOCK))
    settings = {"gather_axis": 0, "quantize_axis": 1, "block_size": BLOCK}
    word = sketch.node("GatherBlockQuantized", "word", table, "ids", scales, domain=_RUNTIME, **settings)
    # All tokens are of the first type, so its vector can as well be part of each position's.
    places = weights.floats("emb.pos").reshape(-1, width) + weights.floats("emb.type")[:width]
    tokens = sketch.node("Shape", "tokens", "ids", start=1, end=2)
    zero = sketch.whole("zero", 0)
    place = sketch.node("Slice", "place", sketch.floats("places", places), zero, tokens, zero)
    total = sketch.node("Add", "embedded", word, place)
    return sketch.node(
        "LayerNormalization", "states", total, *_norm(sketch, weights, "emb.ln"), axis=-1, epsilon=weights.epsilon
    )


def _layer(sketch: _Sketch, weights: Weights, layer: str, states: str) -> str:
    parts = [f"{layer}.{part}" for part in ("query", "key", "value")]
    together = _product(sketch, weights, f"{layer}.qkv", states, *(f"{layer}.{part}" for part in "qkv"))
    sketch.split(parts, together)
    heads = {"num_heads": weights.heads}
    seen = sketch.node("MultiHeadAttention", f"{layer}.seen", *parts, "", "mask", domain=_RUNTIME, **heads)
    seen = _product(sketch, weights, f"{layer}.attended", seen, f"{layer}.ao")
    states = _added(sketch, weights, f"{layer}.aln", states, seen)
    inner = _product(sketch, weights, f"{layer}.inner", states, f"{layer}.fi")
    inner = sketch.node("Gelu", f"{layer}.gelu", inner, domain=_RUNTIME)
    return _added(
        sketch, weights, f"{layer}.oln", states, _product(sketch, weights, f"{layer}.out", inner, f"{layer}.fo")
    )


def _product(sketch: _Sketch, weights: Weights, name: str, states: str, *parts: str) -> str:
    """Add one product with the matrices of all parts, one under the other, and their biases."""
    from onnx import TensorProto

    scales, nibbles = (
        np.concatenate(of_all) for of_all in zip(*(weights.blocks(f"{part}.w") for part in parts), strict=True)
    )
    bias = np.concatenate([weights.floats(f"{part}.b") for part in parts])
    rows, blocks = len(bias), len(scales) // len(bias)
    return sketch.node(
        "MatMulNBits",
        name,
        states,
        sketch.packed(f"{name}.weights", TensorProto.UINT8, [rows, blocks, BLOCK], Blocks(scales, nibbles).wide()),
        sketch.floats(f"{name}.scales", scales.reshape(rows, blocks)),
        "",
        "",
        sketch.floats(f"{name}.bias", bias),
        domain=_RUNTIME,
        K=blocks * BLOCK,
        N=rows,
        bits=8,
        block_size=BLOCK,
        accuracy_level=_INT8,
    )


def _added(sketch: _Sketch, weights: Weights, norm: str, states: str, change: str) -> str:
    inputs = (states, change, *_norm(sketch, weights, norm))
    return sketch.node("SkipLayerNormalization", norm, *inputs, domain=_RUNTIME, epsilon=weights.epsilon)


def _norm(sketch: _Sketch, weights: Weights, name: str) -> list[str]:
    return [sketch.floats(part, weights.floats(part)) for part in (f"{name}.w", f"{name}.b")]


def _pooled(sketch: _Sketch, states: str) -> None:
    """Add the mean over a text's tokens, as a unit vector; the sum does, since only its direction is kept."""
    from onnx import TensorProto

    middle = sketch.whole("middle", 1)
    counted = sketch.node("Cast", "counted", "mask", to=TensorProto.FLOAT)
    row = sketch.node("Unsqueeze", "row", counted, middle)
    total = sketch.node("Squeeze", "total", sketch.node("MatMul", "sums", row, states), middle)
    sketch.node("LpNormalization", "vectors", total, axis=-1, p=2)
