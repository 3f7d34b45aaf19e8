"""Learns from labelled texts how likely a name is that of a body: `make train`."""
