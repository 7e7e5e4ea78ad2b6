"""Tests of what the benchmarks compute and read, without the systems that they run."""
