"""The small words in the name of a couple or a firm name nobody."""

from tests.support.program import Program


def test_and_stays_in_the_sentences_of_others(anna: Program) -> None:
    anna.ok('contact add "Tom and Gina Ruiz"')
    anna.ok('intro anna "Ben Ott" --reached')
    anna.ok('log "lunch and a walk" --with anna')
    anna.ok("contact forget tom --yes")
    actions = [item["action"] for item in anna.ok("due --within 90 --json").json]
    assert "Thank Anna Weiss and say how it went with Ben Ott" in actions
    assert anna.ok("log list --json").json[0]["text"] == "lunch and a walk"
    assert "the follow-ups are those of the playbook" in anna.ok("doctor").out
