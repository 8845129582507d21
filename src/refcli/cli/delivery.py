"""What happens to a draft: copied, opened in the mail program, written as a mail."""

import base64
import shutil
import subprocess
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from urllib.parse import quote

from refcli.cli.dash import STDOUT
from refcli.cli.files import write_file
from refcli.cli.frame.context import App
from refcli.domain.drafts.draft import Draft
from refcli.domain.text import clean_line, clean_text
from refcli.errors import Refused, UsageError
from refcli.platforms import can_open, platform

# The clipboard of each platform, the first that is there.
_CLIPBOARDS = (
    ("pbcopy",),
    ("wl-copy",),
    ("xclip", "-selection", "clipboard"),
    ("xsel", "--clipboard", "--input"),
    ("clip.exe",),
)
_SECONDS = 5
# A terminal takes no longer text from a program.
_LONGEST_OSC = 74_000


def copy(app: App, text: str) -> None:
    """Put the text on the clipboard: with the platform's own tool, else through the terminal.

    Raises Refused where there is neither.
    """
    clean = clean_text(text)
    if taken_by_clipboard(app, clean):
        return
    terminal = next((s for s in (app.streams.stdout, app.streams.stderr) if s and s.isatty()), None)
    if terminal is None or len(clean.encode()) > _LONGEST_OSC:
        raise Refused("there is no clipboard here", "it was printed; copy it from there")
    # OSC 52: the text is encoded, so no sign in it can end the sequence or begin another.
    encoded = base64.b64encode(clean.encode()).decode("ascii")
    terminal.write(f"\x1b]52;c;{encoded}\a")
    terminal.flush()


def taken_by_clipboard(app: App, text: str) -> bool:
    """Whether a tool of the platform has taken the text."""
    path = app.env.get("PATH", "")
    return any(
        shutil.which(command[0], path=path) and _took(command, text) for command in _CLIPBOARDS
    )


def _took(command: tuple[str, ...], text: str) -> bool:
    try:
        done = subprocess.run(  # noqa: S603  a fixed command, the text on its stdin
            command, input=text.encode(), timeout=_SECONDS, check=False, capture_output=True
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def open_mail(app: App, draft: Draft, address: str) -> None:
    """Open the mail program with the draft; raises Refused where none can be opened."""
    subject, body = quote(clean_line(draft.subject)), quote(clean_text(draft.text))
    link = f"mailto:{quote(clean_line(address), safe='@')}?subject={subject}&body={body}"
    if not app.is_interactive or not _launched(app, link):
        raise Refused("no mail program can be opened here", "write a draft of a mail: --eml FILE")


def _launched(app: App, link: str) -> bool:
    """Whether a program has taken the link; none may draw on this terminal."""
    command = shutil.which(platform().opener, path=app.env.get("PATH", ""))
    if command is None or not can_open(app.env):
        return False
    nowhere = subprocess.DEVNULL
    try:
        opened = subprocess.Popen(  # noqa: S603  a fixed command, the link quoted
            [command, link], stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True
        )
        return opened.wait(timeout=_SECONDS) == 0
    except OSError:
        return False
    except subprocess.TimeoutExpired:  # it is the mail program itself, and stays
        return True


def _header_address(address: str) -> Address:
    """The address as a header has it; raises Refused where a header would make another of it."""
    if "=?" in address:
        raise Refused(f"no mail can be sent to such an address: {address}", "leave --eml out")
    user, _, domain = address.rpartition("@")
    is_quoted = len(user) > 1 and user[0] == user[-1] == '"'
    return Address(username=user[1:-1] if is_quoted else user, domain=domain)


def write_eml(app: App, file: str, draft: Draft, address: str, *, force: bool) -> None:
    """Write the draft as a mail that a mail program opens to be sent; `-` is standard output."""
    if file != STDOUT and not file.lower().endswith(".eml"):
        raise UsageError(f"the name should end in .eml: {file}")
    # Within an address no letter may be encoded (RFC 2047, 5): others than ASCII stay (RFC 6532).
    message = EmailMessage(policy=SMTP if address.isascii() else SMTPUTF8)
    message["Subject"] = clean_line(draft.subject)
    if address:
        message["To"] = _header_address(clean_line(address))
    message["X-Unsent"] = "1"
    message.set_content(clean_text(draft.text) + "\n", charset="utf-8")
    text = message.as_string().replace("\r\n", "\n")
    if file == STDOUT:
        app.output.raw(text)
    else:
        write_file(app.store, file, text, force=force)
        app.output.note(f"written: {file}")
