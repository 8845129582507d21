"""Nobody is told that I have not spoken with whom I met."""

from tests.support.program import Program


def test_a_status_denies_no_exchange_that_is_logged(anna: Program) -> None:
    anna.ok('intro anna "Gil Stern" --how met')
    assert "I have not spoken with Gil yet" in anna.ok("write anna --form status").out
    anna.ok('log "emailed gil"')
    assert "I have not spoken with Gil yet" in anna.ok("write anna --form status").out
    anna.ok('log "met gil"')
    assert "We have spoken." in anna.ok("write anna --form status").out
    assert "We have spoken" in anna.ok("write anna").out
