"""The page of the forms, as the sample practice has them."""

from refcli.domain.drafts.form import TRAITS, Form
from refcli.domain.drafts.template import FILTERS, variables_of
from tests.support.program import Program

INTRODUCTION = """\
# Words that are sent

`refcli write NAME` drafts what is most urgent with somebody; `--form` picks one of the fifteen forms,
`--about` a follow-up by its number. `ask draft`, `thank draft`, `prep`, `intro give` and `intro consent`
use the same forms. What a follow-up tells *you* to do is no form: it stands in `due`.

- `--copy` puts the text on the clipboard: with the platform's own tool, else through the terminal (OSC 52).
- `--mail` opens the mail program, `--eml FILE` writes a mail that is ready to be sent.
- `--edit` lets you change it in `$VISUAL` or `$EDITOR`. The words of a planned ask, and those that were sent
  with `--done`, stay as you left them.
- `--done` records that it was sent, over the channel of `--how` (a message; with `--mail` and `--eml` an
  e-mail). Thanks, news, a wish, a question about a promise and an ask are done by it. A first message, an
  apology, a question for consent and a handover are only logged: that somebody was reached, heard or agrees
  is known when they answer.
- `--all` puts thanks, news and a question to one person into one message, in that order; never an ask.

- `write --tag T`, `--where FIELD=VALUE` or `--target T` goes through several people on a terminal, each with their own
  draft: sent, copied, changed, skipped. Left at any point, the same line goes on there for a month. One text to
  many would read as what it is, so there is no way to send one.

## The fifteen forms

Each as the sample practice has it.
"""

CLASSES = """\
## English

What you type is classified before it is framed (`domain/english/`):

| you type | it is | so it reads |
| --- | --- | --- |
| buy a practice; to sell | an action | who is *looking to buy a practice* |
| downsizing; opening a shop | a doing | who is *thinking of opening a shop* |
| accountant; a loan; legal advice | a thing | who is *looking for an accountant* |
| hoping to move; in need of help | what they are at | who is *hoping to move* |
| needs help; who are moving | a clause | who *needs help*; of several: who *need help* |
| digital transformation | not sure | who *has this in mind: digital transformation* |
| expats; midwife; NHS trust; in Leeds; dentistry | people, one person, an organisation, a place, a trade | *any expats*, *a midwife*, *anyone at an NHS trust*, *anyone in Leeds*, *anyone in dentistry* |

Names: what you set with `contact edit NAME --call "Frau Weiss"` comes first. Else a title goes with the family name
(*Dr. van der Berg*), a knight's with the first name, and firms, families such as *Aunt May*, names in other
letters and names whose order is not sure stay whole. Couples and firms have plural verbs or are *them*.
Pronouns are used for nobody whose pronouns you did not tell.

Nothing is claimed that is not on record: no talk that did not take place, no introduction that was only a
name, no client where something else was sought, no praise that does not fit the tie.
`tests/drafts/test_claims.py` tries it on random facts and names.
"""

OWN = """\
## Words of your own

`refcli words edit FORM [--tone T]` opens a template in `$VISUAL` or `$EDITOR` (`--from FILE` takes it from a file);
it is checked, and one that does not hold leaves the one before. `words list` shows which you have, `words show FORM`
one of them, `words try FORM NAME` how it reads, `words reset FORM` brings the built-in words back. An ask has one for
each tone, the other forms have one. Templates are in backups, in the whole export and in `undo`.

A template prints variables, `{{ to.greeting }}`, passes them through filters, `{{ prospect.name|upper }}`, and may
choose: `{% if note %}… {% else %}… {% endif %}`. There is nothing else in it, and it reaches nothing else.
`{{ built_in }}` is the built-in text, so that a line of your own can be added to it. One that fails later gives way to
the built-in words, and refcli says so.

"""
FILTERS_TOLD = {
    "a": "with *a* or *an*",
    "capitalize": "a capital at the beginning",
    "default": "another text where it is empty",
    "lower": "small letters",
    "title": "a capital for each word",
    "trim": "no blanks around it",
    "upper": "capitals",
}
# A template for each form, as it reads; the facts are those of the form above.
EXAMPLES: dict[Form, str] = {
    Form.ASK: "Dear {{ to.greeting }}, {{ question }} {{ like }} {{ way_out }}",
    Form.BLURB: "{{ me.name }} is {{ me.profession|a }}. {{ me.message }}.",
    Form.WELCOME: "{{ to.greeting }}, {{ source.greeting }} sent me. {{ first_day }} or {{ second_day }}?",
    Form.THANK: "{{ to.greeting }}, thank you for {{ prospect.name }}! {{ what_came }}",
    Form.OUTCOME: "{{ to.greeting }}: {{ what_came }} {% if note %}{{ note }}{% endif %}",
    Form.STATUS: "{{ to.greeting }}, on {{ prospect.short }}: {{ what_came }}",
    Form.APOLOGY: "{{ built_in }} Yours, {{ me.name }}",
    Form.CONSENT: "{{ to.greeting }}, may {{ partner.name }} call you about {{ need }}?",
    Form.HANDOVER: "{{ partner.greeting }}, {{ prospect.name }} needs {{ need }}: {{ reach }}",
    Form.PASS_ON: "{{ built_in }} Yours, {{ me.name }}",
    Form.TESTIMONIAL: "{{ to.greeting }}, two lines on the {{ work|lower }}, please?",
    Form.RECONNECT: "{{ to.greeting }}, how is {{ organization }}?",
    Form.CHECK_IN: "{{ built_in }} Yours, {{ me.name }}",
    Form.WISH: "{{ to.greeting }}, all the best on your {{ label }}!",
    Form.CONFIRM: "{{ built_in }} Yours, {{ me.name }}",
}

# For each form what is told first, and to whom it is written.
SHOWN: dict[Form, tuple[tuple[str, ...], str]] = {
    Form.ASK: ((), "carla --form ask --tone warm"),
    Form.BLURB: (
        ('kit edit --message "I keep the books of small firms, so that their owners can sleep"',),
        "maya --form blurb",
    ),
    Form.WELCOME: ((), '"Joel Winter"'),
    Form.THANK: ((), "maya"),
    Form.OUTCOME: ((), "peter --form outcome"),
    Form.STATUS: ((), "maya --form status"),
    Form.APOLOGY: ((), "victor"),
    Form.CONSENT: (
        ('intro give "Rosa Jimenez" "Carla Mendes" --for "a mortgage"',),
        "rosa --form consent",
    ),
    Form.HANDOVER: (('intro consent "Rosa Jimenez" yes',), "rosa --form handover"),
    Form.PASS_ON: (('intro pass 17 "Carla Mendes"',), "felix --form pass-on"),
    Form.TESTIMONIAL: ((), "helen"),
    Form.RECONNECT: ((), "oskar --form reconnect"),
    Form.CHECK_IN: ((), "alice"),
    Form.WISH: (('contact date anna birthday "24 nov"',), "anna --form wish"),
    Form.CONFIRM: ((), "ruth"),
}


def words_page(sample: Program) -> str:
    """docs/words.md."""
    parts, own = [INTRODUCTION], [OWN]
    for form, (setup, line) in SHOWN.items():
        for command in setup:
            sample.ok(command)
        draft = sample.ok(f"write {line} --json").json
        assert draft["form"] == form, line
        traits = TRAITS[form]
        parts.append(f"### {form}\n\nTo {traits.to}: {traits.says}.\n\n> {draft['text']}\n")
        own.append(_example(sample, form, line))
    filters = "".join(f"| `{name}` | {FILTERS_TOLD[name]} |\n" for name in FILTERS)
    own.append(f"| filter | does |\n| --- | --- |\n{filters}")
    return "\n".join([*parts, CLASSES, *own])


def _example(sample: Program, form: Form, line: str) -> str:
    """The variables of a form, and a template with the text that it makes."""
    tone = " --tone warm" if form is Form.ASK else ""
    sample.ok(f"words edit {form}{tone} --from -", stdin=EXAMPLES[form])
    made = sample.ok(f"write {line} --json").json["text"]
    sample.ok(f"words reset {form}{tone}")
    variables = ", ".join(f"`{name}`" for name in variables_of(form))
    return f"**{form}**: {variables}\n\n    {EXAMPLES[form]}\n\n> {made}\n"
