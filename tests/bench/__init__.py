"""Benchmarks: what the gateway does, measured."""
