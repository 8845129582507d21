"""Options as one object: Typer sees each of them, the command sees the object."""

import inspect
from typing import Annotated, NamedTuple

import pytest
import typer
from typer.testing import CliRunner

from refcli.cli.frame.lazy import bound

Colour = Annotated[str | None, typer.Option("--colour", help="Which colour.")]


class Look(NamedTuple):
    """How a thing looks."""

    colour: Colour = None
    size: Annotated[int, typer.Option("--size")] = 3
    mark: Annotated[list[str] | None, typer.Option("--mark")] = None


class Shape(NamedTuple):
    """What shape a thing has."""

    corners: Annotated[int, typer.Option("--corners")] = 0


class LaterLook(NamedTuple):
    """Annotated with strings."""

    colour: "Colour" = None


class Bare(NamedTuple):
    """A field without a default."""

    colour: Colour


def paint(name: str, *, look: Look, loud: Annotated[bool, typer.Option("--loud")] = False) -> None:
    """Paint a thing."""
    typer.echo(f"{name} {look!r} {loud}")


def paint_later(name: str, *, look: "LaterLook") -> None:
    """Paint a thing, with annotations that are strings."""
    typer.echo(f"{name} {look!r}")


def said(run: object, *words: str) -> str:
    app = typer.Typer(add_completion=False)
    app.command()(bound(run))  # type: ignore[arg-type]
    done = CliRunner().invoke(app, list(words))
    assert done.exit_code == 0, done.output
    return done.output.strip()


def test_what_was_typed_comes_as_one_object() -> None:
    words = ("wall", "--loud", "--mark", "a", "--colour", "red", "--size", "7", "--mark", "b")
    assert said(paint, *words) == f"wall {Look('red', 7, ['a', 'b'])!r} True"


def test_what_was_not_typed_has_its_default() -> None:
    assert said(paint, "wall") == f"wall {Look()!r} False"


def test_options_stand_in_the_place_of_the_object() -> None:
    signature = inspect.signature(bound(paint))
    assert list(signature.parameters) == ["name", "colour", "size", "mark", "loud"]
    help_text = said(paint, "--help")
    places = [help_text.index(f"--{option}") for option in ("colour", "size", "mark", "loud")]
    assert places == sorted(places)
    assert "Which colour." in help_text


def test_annotations_may_be_strings() -> None:
    assert said(paint_later, "wall", "--colour", "red") == f"wall {LaterLook('red')!r}"


def test_the_command_keeps_its_name_and_help() -> None:
    run = bound(paint)
    assert (run.__name__, run.__doc__) == ("paint", "Paint a thing.")


def test_several_objects_are_each_filled() -> None:
    def both(*, look: Look, shape: Shape) -> None:
        typer.echo(f"{look!r} {shape!r}")

    assert said(both, "--corners", "4", "--size", "1") == f"{Look(size=1)!r} {Shape(4)!r}"


def test_a_command_without_objects_stays_what_it_is() -> None:
    def plain(name: str, size: int = 1) -> None:
        """Nothing to bind."""

    assert bound(plain) is plain


def test_an_option_must_have_a_default() -> None:
    def run(*, bare: Bare) -> None:
        """Never called."""

    with pytest.raises(TypeError, match=r"Bare has options without a default: \['colour'\]"):
        bound(run)
