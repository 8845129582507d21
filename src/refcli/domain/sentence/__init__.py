"""The sentence of `log` and `meet`: who, when, how, past or to come, attempts and tags.

`reading` puts it together; `head` says where the subject matter begins, `who`, `moment` and `how`
read what stands before it; `words` is the vocabulary, as data.
"""
