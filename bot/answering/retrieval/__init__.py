"""3 · What the live release holds of it: the index followed, lists fused, withdrawn statements, refusal."""
