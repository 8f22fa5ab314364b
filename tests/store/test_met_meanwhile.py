"""Two processes that read before either saved still record a person once."""

from datetime import UTC, date, datetime

from store import notes, people, records
from store.database import open_database
from store.model import NewRecord, Relationship


def met(name: str, text: str, **more: object) -> NewRecord:
    return NewRecord(ref="p", details=Relationship(name=name), start=0, end=len(text), quote=text, summary=text, **more)


def test_the_same_name_read_by_two_processes_at_once_is_one_person(tmp_path):
    database = open_database(tmp_path / "home")
    text = "Paired with Dana."
    with database.write() as conn:
        kept = [
            notes.add(conn, text, happened_on=date(2026, 3, day), captured_at=datetime(2026, 3, day, tzinfo=UTC))
            for day in (5, 6)
        ]
    for note in kept:
        with database.write() as conn:
            records.save_reading(conn, note, [met("Dana", text)], [], "offline")
    with database.read() as conn:
        (dana,) = people.everyone(conn)
    assert [contact.note for contact in dana.details.contacts] == ["N1", "N2"]
    database.close()


def test_a_person_who_is_only_proposed_stays_apart(tmp_path):
    database = open_database(tmp_path / "home")
    text = "Paired with Dana."
    with database.write() as conn:
        for day, status in ((5, "active"), (6, "proposed")):
            note = notes.add(conn, text, happened_on=date(2026, 3, day), captured_at=datetime(2026, 3, day, tzinfo=UTC))
            records.save_reading(conn, note, [met("Dana", text, status=status, why="two Danas?")], [], "offline")
    with database.read() as conn:
        assert len(people.everyone(conn, status=("active", "proposed"))) == 2
    database.close()
