"""What differs between platforms, as a table: each row says what one gives.

Imports nothing heavy, since the quick lane uses it.
"""

import os
import sys
from collections.abc import Mapping

# As typing.NamedTuple would cost the quick lane more than its query.
_FULL_SYNC = 51  # F_FULLFSYNC of macOS, where fsync reaches the drive alone


class Platform:
    """What a platform gives; the values are those of `_PLATFORMS`."""

    __slots__ = (
        "data",
        "data_variable",
        "has_drives",
        "has_full_sync",
        "has_modes",
        "has_shell",
        "needs_screen",
        "opener",
        "scheduler",
        "syncs_folders",
    )

    def __init__(
        self,
        *,
        data: tuple[str, ...],
        data_variable: str = "",
        opener: str = "xdg-open",
        scheduler: str = "cron",
        has_modes: bool = True,
        has_shell: bool = True,
        has_full_sync: bool = False,
        has_drives: bool = False,
        syncs_folders: bool = True,
        needs_screen: bool = False,
    ) -> None:
        # The folder for a user's data below their home, and the variable that names another.
        self.data, self.data_variable = data, data_variable
        # What opens a link, and whether a screen must be there for it.
        self.opener, self.needs_screen = opener, needs_screen
        # What runs a command each morning.
        self.scheduler = scheduler
        # Whether a mode keeps others out, and whether `sh` and signals of terminals are there.
        self.has_modes, self.has_shell = has_modes, has_shell
        # Whether what is synced is on the medium only after a call of its own.
        self.has_full_sync = has_full_sync
        # Whether paths have drive letters, and whether a folder can be synced.
        self.has_drives, self.syncs_folders = has_drives, syncs_folders


_POSIX = Platform(data=(".local", "share"), data_variable="XDG_DATA_HOME", needs_screen=True)
_PLATFORMS = {
    "darwin": Platform(
        data=("Library", "Application Support"),
        opener="open",
        scheduler="launchd",
        has_full_sync=True,
    ),
    "win32": Platform(
        data=("AppData", "Local"),
        data_variable="LOCALAPPDATA",
        opener="explorer",
        scheduler="Task Scheduler",
        has_modes=False,
        has_shell=False,
        has_drives=True,
        syncs_folders=False,
    ),
}
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME")


def platform(name: str = sys.platform) -> Platform:
    """The platform of that name, as `sys.platform` has it; what is not known is as Linux is."""
    return _PLATFORMS.get(name, _POSIX)


def can_open(env: Mapping[str, str], name: str = sys.platform) -> bool:
    """Whether a link can be opened in a program that does not draw on this terminal."""
    return not platform(name).needs_screen or any(env.get(screen) for screen in _SCREENS)


def sync(handle: int, name: str = sys.platform) -> None:
    """Have what was written to a file outlive a power cut; raises OSError when it cannot."""
    if sys.platform != "win32" and platform(name).has_full_sync:
        import fcntl

        try:
            fcntl.fcntl(handle, _FULL_SYNC)
        except OSError:  # a file system that knows no other way
            os.fsync(handle)
        return
    os.fsync(handle)


def location(path: str, name: str = sys.platform) -> str:
    """A path as it stands in a `file:` address."""
    plain = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return "/" + plain.replace("\\", "/") if platform(name).has_drives else plain
