"""The referral kit: shared with a source, who then knows what to listen for."""

from refcli.domain.interactions import Channel
from refcli.write.contacts import contact_row, mark_taught
from refcli.write.interactions import record_interaction
from refcli.write.session import Writing


def share_kit(work: Writing, contact_id: int, channel: Channel, text: str = "") -> None:
    """Record that a source was taught, which is an exchange too."""
    mark_taught(work, contact_id)
    work.say(f"showed {contact_row(work, contact_id).name} whom you help and how")
    record_interaction(work, [contact_id], on=work.today, channel=channel, text=text, origin="kit")
