"""The address by which programs outside call refcli without a process of its own."""

from refcli.cli.frame import main as home
from refcli.cli.main import Streams, main


def test_main_is_found_where_it_was() -> None:
    assert main is home.main
    assert Streams is home.Streams
