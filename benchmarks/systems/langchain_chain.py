"""LangChain as its tutorials have it: RecursiveCharacterTextSplitter 1000/200, Chroma, scores for a threshold."""

from __future__ import annotations

from typing import Any

from langchain_chroma import Chroma
from langchain_core.documents import Document
from langchain_huggingface import HuggingFaceEmbeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

from benchmarks.systems import DEPTH, Ask, Reply, Task


def pieces(task: Task) -> list[Document]:
    """Return the documents, split."""
    splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200)
    whole = [Document(one.text, metadata={"section": one.section}) for one in task.documents]
    return splitter.split_documents(whole)


def store(task: Task) -> Any:
    """Return the Chroma store in the task's folder."""
    embeddings = HuggingFaceEmbeddings(
        model_name=task.model,
        model_kwargs={"trust_remote_code": True, "device": "cpu"},
        encode_kwargs={"prompt": "passage: ", "normalize_embeddings": True},
        query_encode_kwargs={"prompt": "query: ", "normalize_embeddings": True},
    )
    return Chroma("documents", embeddings, persist_directory=str(task.index))


def build(task: Task) -> None:
    """Split, embed and keep the documents."""
    store(task).add_documents(pieces(task))


def open_index(task: Task) -> Ask:
    """Return the retriever; its confidence is the best relevance score, which a score threshold looks at."""
    chroma = store(task)

    def ask(question: str) -> Reply:
        found = chroma.similarity_search_with_relevance_scores(question, k=DEPTH)
        passages = tuple((document.metadata["section"], document.page_content) for document, _ in found)
        return Reply(passages, max((score for _, score in found), default=0.0))

    return ask
