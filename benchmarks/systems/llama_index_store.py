"""LlamaIndex as its starter has it: SentenceSplitter and a VectorStoreIndex, kept on disk."""

from __future__ import annotations

from typing import Any

from llama_index.core import Document, StorageContext, VectorStoreIndex, load_index_from_storage
from llama_index.core.node_parser import SentenceSplitter
from llama_index.embeddings.huggingface import HuggingFaceEmbedding

from benchmarks.systems import DEPTH, Ask, Reply, Task


def _model(task: Task) -> Any:
    return HuggingFaceEmbedding(
        model_name=task.model,
        query_instruction="query: ",
        text_instruction="passage: ",
        trust_remote_code=True,
        device="cpu",
    )


def build(task: Task) -> None:
    """Split, embed and keep the documents."""
    documents = [
        Document(text=one.text, metadata={"section": one.section}, excluded_embed_metadata_keys=["section"])
        for one in task.documents
    ]
    index = VectorStoreIndex.from_documents(documents, embed_model=_model(task), transformations=[SentenceSplitter()])
    index.storage_context.persist(str(task.index))


def open_index(task: Task) -> Ask:
    """Return the retriever; its confidence is the best node's score, which a similarity cutoff looks at."""
    storage = StorageContext.from_defaults(persist_dir=str(task.index))
    retriever = load_index_from_storage(storage, embed_model=_model(task)).as_retriever(similarity_top_k=DEPTH)

    def ask(question: str) -> Reply:
        found = retriever.retrieve(question)
        passages = tuple((one.metadata["section"], one.get_content()) for one in found)
        return Reply(passages, max((one.score or 0.0 for one in found), default=0.0))

    return ask
