"""What somebody should be like, as it stands behind `someone`."""

import pytest

from refcli.domain.english.qualities import QualitySort, quality_of

LIKE = {
    "grow vegetables": "someone who grows vegetables",
    "care about detail": "someone who cares about detail",
    "of good character": "someone of good character",
    "running a farm": "someone who is running a farm",
    "MBA": "someone with an MBA",
    "no longer rents": "someone who no longer rents",
    "a bit shy": "someone who is a bit shy",
    "honest, punctual": "someone who is honest and punctual",
    "like my sister": "someone like my sister",
    "anyone who farms": "someone who farms",
    "honest": "someone who is honest",
    "kind and patient": "someone who is kind and patient",
    "good listener": "a good listener",
    "team player": "a team player",
    "people person": "a people person",
    "have a team of ten": "someone who has a team of ten",
    "always pays on time": "someone who always pays on time",
    "don't haggle": "someone who doesn't haggle",
    "not pushy": "someone who is not pushy",
    "who are patient": "someone who is patient",
    "someone who are honest": "someone who is honest",
    "with a sense of humour": "someone with a sense of humour",
    "sense of humour": "someone with a sense of humour",
    "big budget": "someone with a big budget",
    "integrity": "someone with integrity",
    "over 50": "someone who is over 50",
    "in their forties": "someone in their forties",
    "German-speaking": "someone who is German-speaking",
    "friendly and have time": "someone who is friendly and has time",
    "have time and are friendly": "someone who has time and is friendly",
    "pays on time and honest": "someone who pays on time and is honest",
    "at least ten employees": "someone with at least ten employees",
    "business owner": "a business owner",
    "growing company": "a growing company",
    "lawyers with integrity": "lawyers with integrity",
    "trust me": "someone who trusts me",
    "willing to travel": "someone who is willing to travel",
    "can decide": "someone who can decide",
}


@pytest.mark.parametrize(("typed", "said"), LIKE.items())
def test_each_class_stands_as_it_should(typed: str, said: str) -> None:
    quality = quality_of(typed)
    assert quality is not None
    lead = "" if quality.sort is QualitySort.WHOLE else "someone "
    assert f"{lead}{quality.text}" == said
