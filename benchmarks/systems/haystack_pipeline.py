"""Haystack's hybrid retrieval: DocumentSplitter, in-memory BM25 and embeddings, joined by reciprocal ranks."""

from __future__ import annotations

from haystack import Document, Pipeline
from haystack.components.joiners import DocumentJoiner
from haystack.components.preprocessors import DocumentSplitter
from haystack.components.retrievers.in_memory import InMemoryBM25Retriever, InMemoryEmbeddingRetriever
from haystack.document_stores.in_memory import InMemoryDocumentStore
from haystack.utils import ComponentDevice
from haystack_integrations.components.embedders.sentence_transformers import (
    SentenceTransformersDocumentEmbedder,
    SentenceTransformersTextEmbedder,
)

from benchmarks.systems import DEPTH, Ask, Reply, Task

FILE = "store.json"


def build(task: Task) -> None:
    """Split, embed and keep the documents."""
    documents = [Document(content=one.text, meta={"section": one.section}) for one in task.documents]
    embedder = SentenceTransformersDocumentEmbedder(
        model=task.model,
        device=ComponentDevice.from_str("cpu"),
        prefix="passage: ",
        normalize_embeddings=True,
        trust_remote_code=True,
        progress_bar=False,
    )
    embedder.warm_up()
    splitter = DocumentSplitter()
    splitter.warm_up()
    store = InMemoryDocumentStore(embedding_similarity_function="cosine")
    store.write_documents(embedder.run(splitter.run(documents)["documents"])["documents"])
    task.index.mkdir(parents=True)
    store.save_to_disk(str(task.index / FILE))


def open_index(task: Task) -> Ask:
    """Return the pipeline. Fused ranks tell nothing of certainty: its confidence is the best dense score."""
    store = InMemoryDocumentStore.load_from_disk(str(task.index / FILE))
    pipeline = Pipeline()
    embedder = SentenceTransformersTextEmbedder(
        model=task.model,
        device=ComponentDevice.from_str("cpu"),
        prefix="query: ",
        normalize_embeddings=True,
        trust_remote_code=True,
        progress_bar=False,
    )
    pipeline.add_component("embedder", embedder)
    pipeline.add_component("dense", InMemoryEmbeddingRetriever(store, top_k=DEPTH))
    pipeline.add_component("keywords", InMemoryBM25Retriever(store, top_k=DEPTH))
    pipeline.add_component("joiner", DocumentJoiner(join_mode="reciprocal_rank_fusion", top_k=DEPTH))
    pipeline.connect("embedder.embedding", "dense.query_embedding")
    pipeline.connect("dense", "joiner")
    pipeline.connect("keywords", "joiner")

    def ask(question: str) -> Reply:
        inputs = {"embedder": {"text": question}, "keywords": {"query": question}}
        outputs = pipeline.run(inputs, include_outputs_from={"dense"})
        passages = tuple((one.meta["section"], one.content) for one in outputs["joiner"]["documents"])
        return Reply(passages, max((one.score for one in outputs["dense"]["documents"]), default=0.0))

    return ask
