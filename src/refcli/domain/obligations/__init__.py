"""Facts in, obligations out: what one contact's life so far says is owed about them.

`replay.obligations` plays facts (facts.py) in the order of their days by the playbook
(domain/playbook.py); each kind of fact has its chapter (asks.py, intros.py, people.py,
decisions.py), and what is open stands in the ledger (ledger.py). Pure: no SQL, no clock, the same
result tomorrow.
"""
