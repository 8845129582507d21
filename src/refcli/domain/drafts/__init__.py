"""Texts to be sent: one module for what they say, `form.py` for the list of them.

Each takes facts and gives a text that can be sent as it stands. It claims nothing that the facts do
not hold.
"""
