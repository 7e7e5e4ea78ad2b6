"""txtai's hybrid index: Faiss and BM25, normalised and added; it does not split what it is given."""

from __future__ import annotations

from txtai.embeddings import Embeddings

from benchmarks.systems import DEPTH, Ask, Reply, Task


def build(task: Task) -> None:
    """Embed and keep the documents."""
    embeddings = Embeddings(
        path=task.model,
        method="sentence-transformers",
        vectors={"trust_remote_code": True},
        gpu=False,
        hybrid=True,
        content=True,
    )
    embeddings.index([(one.id, one.text, None) for one in task.documents])
    embeddings.save(str(task.index))


def open_index(task: Task) -> Ask:
    """Return the index; its confidence is its best hybrid score."""
    embeddings = Embeddings()
    embeddings.load(str(task.index))
    sections = {one.id: one.section for one in task.documents}

    def ask(question: str) -> Reply:
        found = embeddings.search(question, DEPTH)
        passages = tuple((sections[one["id"]], one["text"]) for one in found)
        return Reply(passages, max((one["score"] for one in found), default=0.0))

    return ask
