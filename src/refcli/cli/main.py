"""`main` at the address by which programs outside call it; it lives in frame/main.py."""

from refcli.cli.frame.main import Streams, main

__all__ = ["Streams", "main"]
