"""What is to come, as an appointment: told by `meet`, or by a sentence of `log`."""

from refcli.cli.commands.log.told import People
from refcli.cli.frame.context import App, Written
from refcli.domain.interactions import Channel
from refcli.domain.sentence.reading import Sentence


def plan(app: App, sentence: Sentence, people: People, how: Channel | None) -> Written[int]:
    """Make the appointment that a sentence tells, newcomers added first."""
    from refcli.write.appointments import NewAppointment, make_appointment
    from refcli.write.newcomers import add_newcomers
    from refcli.write.session import Writing

    def use_case(work: Writing) -> int:
        told = NewAppointment(
            contacts=(*people.ids, *add_newcomers(work, people.newcomers)),
            day=sentence.when.day,
            time=sentence.when.begins,
            until=sentence.when.until,
            place=sentence.place,
            about=sentence.subject,
            how=how or sentence.channel,
            tags=sentence.tags,
        )
        return make_appointment(work, told)

    return app.write("meet", use_case)
