"""What is to come, as an appointment: told by `meet`, or by a sentence of `log`."""

from typing import TYPE_CHECKING

from refcli.cli.commands.log.told import People
from refcli.cli.frame.context import App, Written
from refcli.domain.interactions import Channel
from refcli.domain.sentence.reading import Sentence

if TYPE_CHECKING:
    from refcli.write.appointments import NewAppointment


def plan(app: App, sentence: Sentence, people: People, how: Channel | None) -> Written[int]:
    """Make the appointment that a sentence tells."""
    from refcli.write.appointments import NewAppointment

    return make(
        app,
        people,
        NewAppointment(
            contacts=people.ids,
            day=sentence.when.day,
            time=sentence.when.begins,
            until=sentence.when.until,
            place=sentence.place,
            about=sentence.subject,
            how=how or sentence.channel,
            tags=sentence.tags,
        ),
    )


def make(app: App, people: People, told: "NewAppointment") -> Written[int]:
    """Make an appointment, newcomers added first."""
    from refcli.write.appointments import make_appointment
    from refcli.write.newcomers import add_newcomers
    from refcli.write.session import Writing

    def use_case(work: Writing) -> int:
        contacts = (*told.contacts, *add_newcomers(work, people.newcomers))
        return make_appointment(work, told._replace(contacts=contacts))

    return app.write("meet", use_case)
