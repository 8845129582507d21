"""English for sentences that are sent: what people type is classified, then framed.

A phrase is first cut to what was meant (`phrase`), then its class is told by what stands in it
(`needs`, `groups`, `qualities`, `work`), with the words of `lexicon` and the endings of words where
no list has them. Where the class is not sure, the plainest frame stands that cannot be wrong.
"""
