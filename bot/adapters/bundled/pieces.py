"""The vocabulary as a SentencePiece model: the same pieces, scores and normalisation as the model's own tokenizer."""

from __future__ import annotations

from typing import Any

from bot.adapters.bundled.weights import Weights

BEGIN, PAD, END, UNKNOWN = range(4)  # ids; the mask is the last one
_NORMALISER = "nmt_nfkc"
_UNIGRAM = 1


def piece_model(weights: Weights) -> bytes:
    """Return the model file. Pieces stand in the order of their ids, so that SentencePiece's ids are the model's."""
    from sentencepiece import SentencePieceNormalizer, sentencepiece_model_pb2

    model: Any = sentencepiece_model_pb2.ModelProto()  # type: ignore[attr-defined]
    model.ParseFromString(SentencePieceNormalizer(rule_name=_NORMALISER).serialized_model_proto())
    kinds = model.SentencePiece
    special = {UNKNOWN: kinds.UNKNOWN, **dict.fromkeys((BEGIN, PAD, END, len(weights.pieces) - 1), kinds.CONTROL)}
    for number, (piece, score) in enumerate(zip(weights.pieces, weights.scores.tolist(), strict=True)):
        model.pieces.add(piece=piece, score=score, type=special.get(number, kinds.NORMAL))
    trainer = model.trainer_spec
    trainer.model_type, trainer.vocab_size = _UNIGRAM, len(weights.pieces)
    trainer.bos_id, trainer.pad_id, trainer.eos_id, trainer.unk_id = BEGIN, PAD, END, UNKNOWN
    trainer.bos_piece, trainer.pad_piece, trainer.eos_piece, trainer.unk_piece = weights.pieces[:4]
    made: bytes = model.SerializeToString()
    return made
