"""The day on one screen: shows what read/ finds, and types commands for the person at the keys.

It holds no rule. Each key that changes something runs one command of refcli in this process, so one
action is one transaction and one entry in the history, as if it had been typed.
"""
