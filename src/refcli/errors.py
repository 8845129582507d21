"""Everything that refcli raises on purpose, each with its exit code.

RefcliError
├── Refused              1  a rule says no
├── UsageError           2  the call is wrong, or a question has no terminal
├── UnknownName          3  a name or id that nobody has
│   └── AmbiguousName    3  a name that several have
├── BadData             65  an import file, or a damaged or foreign store
├── Missing             66  the input file, or a store whose backups exist
├── WouldOverwrite      73  an existing file
├── DiskTrouble         74  disk error or full, or stdout cannot be written
├── Busy                75  busy, or edited meanwhile: retrying is safe
├── NewerStore          76  written by a newer refcli
└── NoPermission        77  read-only, or no permission
"""

DAMAGED_STORE = "damaged-store"
FOREIGN_STORE = "foreign-store"
INTERNAL_ERROR = 70
INTERRUPTED = 130
READER_GONE = 141


class RefcliError(Exception):
    """A sentence for the user, an optional command to type next, and an exit code.

    `code` says what happened to whoever catches it; the sentence is for the person alone.
    """

    exit_code = 1
    code = "failed"

    def __init__(self, message: str, hint: str = "", *, code: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.code = code or self.code


class Refused(RefcliError):
    """A rule of the referral practice says no."""

    code = "refused"


class UsageError(RefcliError):
    """The call is wrong, or something is missing and nobody can be asked."""

    exit_code = 2
    code = "usage"


class UnknownName(RefcliError):
    """A name or id that nobody has."""

    exit_code = 3
    code = "unknown-name"


class AmbiguousName(UnknownName):
    """A name that several contacts have; `candidates` are (id, label) pairs."""

    code = "ambiguous-name"

    def __init__(self, message: str, hint: str, candidates: tuple[tuple[int, str], ...]) -> None:
        super().__init__(message, hint)
        self.candidates = candidates


class BadData(RefcliError):
    """A file whose content cannot be taken."""

    exit_code = 65
    code = "bad-data"


class Missing(RefcliError):
    """A file that should be there."""

    exit_code = 66
    code = "missing"


class WouldOverwrite(RefcliError):
    """An output file that exists already."""

    exit_code = 73
    code = "would-overwrite"


class DiskTrouble(RefcliError):
    """The disk refused a read or a write."""

    exit_code = 74
    code = "disk-trouble"


class Busy(RefcliError):
    """Somebody else holds the store, or changed the same thing meanwhile."""

    exit_code = 75
    code = "busy"


class NewerStore(RefcliError):
    """The store was written by a newer refcli."""

    exit_code = 76
    code = "newer-store"


class NoPermission(RefcliError):
    """The store or its folder cannot be written or read."""

    exit_code = 77
    code = "no-permission"
