"""What a command is measured against where an empty Python says little."""

# Every contact's rapport from the exchanges themselves, as a tool would without a derived table.
SCORING_IN_PYTHON = """
import datetime as dt, sqlite3, sys
from refcli.domain.rapport import rapport_key
days = {}
for contact, on in sqlite3.connect(sys.argv[1]).execute(
    "select ic.contact_id, i.on_date from interaction_contact ic"
    " join interaction i on i.id = ic.interaction_id"
):
    days.setdefault(contact, []).append(dt.date.fromisoformat(on))
keys = {c: rapport_key(on, on, min(on)) for c, on in days.items()}
print(sorted(keys, key=keys.get)[-5:])
"""

# Every fact of every contact, read and put down by contact, as a replay needs them.
READING_FACTS = """
import sqlite3, sys
facts = {}
connection = sqlite3.connect(sys.argv[1])
for query in (
    "select ic.contact_id, i.* from interaction_contact ic join interaction i"
    " on i.id = ic.interaction_id",
    "select contact_id, * from custom",
    "select id, * from contact",
    "select contact_id, * from follow_up",
):
    for row in connection.execute(query):
        facts.setdefault(row[0], []).append(row)
print(len(facts))
"""

# The rows of a file into one table without an index.
BARE_TABLE = """
import csv, sqlite3, sys
rows = csv.reader(open(sys.argv[1], newline=""))
next(rows)
connection = sqlite3.connect(sys.argv[2])
connection.execute("pragma synchronous=extra")
connection.execute("create table contact (id integer primary key, a, b, c, d, e, f, g)")
connection.executemany("insert into contact (a,b,c,d,e,f,g) values (?,?,?,?,?,?,?)", rows)
connection.commit()
"""

# The same file parsed, and every row that the import wrote, into the same tables, all at hand.
SAME_ROWS = """
import csv, sqlite3, sys
list(csv.reader(open(sys.argv[1], newline="")))
source, target = sqlite3.connect(sys.argv[2]), sqlite3.connect(sys.argv[3])
target.execute("pragma synchronous=extra")
tables = "contact contact_email history history_row import rapport contact_word search"
for table in tables.split():
    columns = [row[1] for row in source.execute(f"pragma table_info({table})")]
    if table == "search":
        columns.insert(0, "rowid")
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    rows = source.execute(f"select {names} from {table}")
    target.executemany(f"insert into {table} ({names}) values ({marks})", rows)
target.commit()
"""
