"""Commands: parse, call one lane, render."""
