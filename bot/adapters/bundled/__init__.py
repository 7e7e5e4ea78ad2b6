"""The bundled model, multilingual-e5-small: its weights, and the two engines that can run it."""
