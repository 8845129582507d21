"""`refcli intro tree [NAME]`."""

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import Json, NameWords, words_text
from refcli.domain.tree import path_to, referral_tree
from refcli.read.settings import read_settings
from refcli.read.tree import links
from refcli.render.tree import branch_json, tree_lines


def run(context: typer.Context, name: NameWords = None, as_json: Json = False) -> None:
    """Who led to whom over generations; with a name, from them on, and how they came."""
    app = app_of(context)
    typed = words_text(name)
    root = app.id_of(typed, for_reading=True)
    with app.reading() as connection:
        found = links(connection)
        currency = read_settings(connection).text("currency")
    trees = referral_tree(found, root)
    if as_json:
        app.output.json([branch_json(b) for b in trees])
        return
    path = () if root is None else path_to(root, found)
    if path:
        app.output.line(app.output.fitted("came by " + " → ".join(p.name for p in path)))
    if not trees:
        app.output.line("nobody was introduced here yet")
    lines = tree_lines(trees, currency, lined=app.output.is_terminal)
    app.output.lines(app.output.fitted(line) for line in lines)
