"""LangChain's EnsembleRetriever: BM25 and Chroma by equal weights, fused by reciprocal ranks."""

from __future__ import annotations

from langchain_classic.retrievers import EnsembleRetriever
from langchain_community.retrievers import BM25Retriever
from langchain_core.documents import Document
from langchain_core.runnables import RunnableLambda

from benchmarks.systems import DEPTH, Ask, Reply, Task
from benchmarks.systems.langchain_chain import build, pieces, store

__all__ = ["build", "open_index"]


def open_index(task: Task) -> Ask:
    """Return the retriever. It gives no scores, so its confidence is the best one of its dense half."""
    chroma = store(task)
    keywords = BM25Retriever.from_documents(pieces(task), k=DEPTH)

    def dense(question: str) -> list[Document]:
        found = chroma.similarity_search_with_relevance_scores(question, k=DEPTH)
        return [Document(one.page_content, metadata={**one.metadata, "score": score}) for one, score in found]

    retriever = EnsembleRetriever(retrievers=[RunnableLambda(dense), keywords], weights=[0.5, 0.5])

    def ask(question: str) -> Reply:
        found = retriever.invoke(question)
        passages = tuple((one.metadata["section"], one.page_content) for one in found[:DEPTH])
        return Reply(passages, max((one.metadata.get("score", 0.0) for one in found), default=0.0))

    return ask
