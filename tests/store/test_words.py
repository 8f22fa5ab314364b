"""Keyword search takes any input, knows identifiers, and never falls behind the records."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text as sql
from store_values import ROOT, logged, on, person

from store import records, words
from store.database import Database
from store.model import Goal, Skill
from store.terms import asked, identifiers
from store.tsvector import split_into_words

NOTE = (
    "Moved checkout-svc to k8s. Fixed PAY-1431 in paymentRetry. Wrote C++ bindings. "
    "Reviewed the migration with José García. Café talk on OAuth2. Checkout service talk."
)


def find(database: Database, query: str, limit: int = 10) -> list[str]:
    with database.read() as conn:
        return [identity for identity, _ in words.search(conn, query, limit)]


@pytest.fixture
def indexed(database: Database) -> Database:
    """E1 to E6, one a sentence, and R1, who is in E4."""
    sentences = [part if part.endswith(".") else part + "." for part in NOTE.split(". ")]
    several = [on(NOTE, part, people=("jose",) if "José" in part else ()) for part in sentences]
    logged(database, *several, person("José García", "José García", NOTE, aliases=("@pepe",), ref="jose"), text=NOTE)
    return database


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("checkout-svc", "E1"),
        ("CHECKOUT-SVC", "E1"),
        ("checkoutSvc", "E1"),
        ("checkout_svc", "E1"),
        ("svc", "E1"),
        ("k8s", "E1"),
        ("PAY-1431", "E2"),
        ("pay1431", "E2"),
        ("1431", "E2"),
        ("paymentRetry", "E2"),
        ("payment-retry", "E2"),
        ("retry", "E2"),
        ("c++", "E3"),
        ("migrations", "E4"),
        ("jose garcia", "R1"),
        ("@pepe", "R1"),
        ("cafe", "E5"),
        ("oauth2", "E5"),
        ("auth", "E5"),
        ('"checkout service"', "E6"),
    ],
)
def test_a_query_finds_it_first(indexed: Database, query: str, first: str) -> None:
    assert find(indexed, query)[0] == first


@pytest.mark.parametrize("query", ["PAY-1432", "PAY-143", "k9s", "C#", '"service checkout"', "zzz"])
def test_what_is_not_there_is_not_found(indexed: Database, query: str) -> None:
    assert find(indexed, query) == []


def test_words_of_other_scripts_are_found(database: Database) -> None:
    note = "परियोजना पूरी हुई. Łódź team. Переписал сервис. Jose\u0301 came."
    logged(database, on(note, note), text=note)
    for query in ("परियोजना", "łódź", "сервис", "José"):
        assert find(database, query) == ["E1"], query


def test_a_record_is_found_by_the_names_of_its_people(indexed: Database) -> None:
    assert set(find(indexed, "pepe")) == {"R1", "E4"}


def test_skills_and_goals_are_found_by_name_and_summary(database: Database) -> None:
    logged(
        database,
        on(NOTE, "Wrote C++ bindings.", Skill(name="foreign functions", activity="practice")),
        on(NOTE, "Fixed", Goal(goal="become a staff engineer"), summary="towards promotion"),
        text=NOTE,
    )
    assert find(database, "foreign") == ["S1"]
    assert find(database, "staff") == ["G1"]
    assert find(database, "promotion") == ["G1"]


def test_scores_are_above_zero_and_fall(indexed: Database) -> None:
    with indexed.read() as conn:
        scores = [score for _, score in words.search(conn, "checkout talk migration", 10)]
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] > 0


def test_the_limit_holds(indexed: Database) -> None:
    assert len(find(indexed, "talk checkout", 1)) == 1
    assert find(indexed, "talk", 0) == []


@pytest.mark.parametrize(
    "query",
    ["", " ", '"', '""', "'", "AND", "OR NOT", "NEAR(a b)", "quote:checkout", "a* OR", "(", "^x", "{a}", "-", "--",
     "%_\\", "checkout\x00svc", "💥", "\ud800", "x" * 10_000, "word " * 2_000, "a-" * 5_000, '"' * 999, "*", "+", "#"],
)  # fmt: skip
def test_no_query_is_an_error(indexed: Database, query: str) -> None:
    find(indexed, query)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60) | st.text('"*()^:-+{}ANDORNEAT ', max_size=40))
def test_no_query_at_all_is_an_error(indexed: Database, query: str) -> None:
    assert set(find(indexed, query)) <= {"E1", "E2", "E3", "E4", "E5", "E6", "R1"}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60))
def test_any_words_can_be_indexed_and_are_found_by_themselves(database: Database, text: str) -> None:
    text += " zebra"  # for what comes before may hold no word at all
    (saved,) = logged(database, on(text, text), text=text)
    assert saved.id in find(database, text, 1_000)


def words_of(query: str) -> set[str]:
    return {phrase[0] for term in asked(query).values() for phrase in term if len(phrase) == 1}


@pytest.mark.sqlite
def test_no_character_parts_a_query_that_the_tokenizer_keeps_in_a_word(database: Database) -> None:
    characters = [chr(code) for code in range(1, 0x20000) if not 0xD800 <= code < 0xE000]
    with database.write() as conn:
        conn.exec_driver_sql("CREATE VIRTUAL TABLE seen USING fts5vocab(words, 'instance')")
        rows = [(number, f"qa{character}qb") for number, character in enumerate(characters)]
        conn.exec_driver_sql("INSERT INTO words (rowid, quote) VALUES (?, ?)", rows)
        parted = set(conn.exec_driver_sql("SELECT doc FROM seen WHERE term = 'qb'").scalars())
    kept = [character for number, character in enumerate(characters) if number not in parted]
    pairs = [(one, f"qa{one}qb".lower()) for one in kept]
    assert [hex(ord(one)) for one, word in pairs if word not in words_of(word)] == []


def test_words_of_every_day_find_nothing_beside_a_telling_one(indexed: Database) -> None:
    assert find(indexed, "what did I do on the migration") == ["E4"]
    assert find(indexed, "with the") == ["E4"]


def test_identifiers_are_indexed_whole_and_in_parts() -> None:
    assert identifiers("checkout-svc PAY-1431 paymentRetry k8s plain") == (
        "checkoutsvc checkout svc pay1431 pay 1431 payment retry"
    )


def test_a_deleted_record_is_gone_from_the_index(indexed: Database) -> None:
    with indexed.write() as conn:
        before = words.count(conn)
        conn.execute(sql("DELETE FROM records WHERE id = 'E1'"))
        assert words.count(conn) == before - 1
    assert "E1" not in find(indexed, "checkout-svc")


def test_a_rolled_back_change_leaves_the_index_alone(indexed: Database) -> None:
    with pytest.raises(RuntimeError), indexed.write() as conn:
        records.set_status(conn, "E1", "rejected", None)
        raise RuntimeError
    assert find(indexed, "checkout-svc")[0] == "E1"


def test_rebuilding_gives_the_same_index(indexed: Database) -> None:
    queries = ["checkout-svc", "pepe", "migration talk", "1431"]
    before = [find(indexed, query) for query in queries]
    with indexed.write() as conn:
        records.set_status(conn, "E6", "rejected", None)
        records.set_status(conn, "E6", "active", None)
        count = words.count(conn)
        conn.execute(sql("DELETE FROM words"))
        assert words.rebuild(conn) == count == words.count(conn) == 7
    assert [find(indexed, query) for query in queries] == before


# --- on PostgreSQL: the same words as FTS5 -----------------------------------------------------------------


def as_fts5_splits(database: Database, line: str) -> list[str]:
    """The words of a line in their order, as the index of SQLite holds them."""
    with database.write() as conn:
        conn.exec_driver_sql("DELETE FROM words")
        conn.exec_driver_sql("INSERT INTO words (rowid, quote) VALUES (1, ?)", (line,))
        conn.exec_driver_sql("CREATE VIRTUAL TABLE IF NOT EXISTS seen USING fts5vocab(words, 'instance')")
        return list(conn.exec_driver_sql("SELECT term FROM seen ORDER BY offset").scalars())


STRANGE = (
    "naïve façade, Łódź, ÅNGSTRÖM, ẤN, e\u0301té, İstanbul, straße, ﬁne, x², ½, Ⅷ, 日本語 テスト, привет a_b c-d "
    "e.f g/h i'j k’l m@n o#p 1.5 2,000 3:4 v1.2.3 $40k 99.95% \ue000\ue001 💥 👩‍💻 relational sky caresses ponies ties "
    "agreed plastered motoring conflated troubled sized hopping tanned falling hissing fizzed failing filing "
    "happy conditional rational valenci digitizer conformabli radicalli differentli vileli analogousli "
    "vietnamization operator feudalism decisiveness hopefulness callousness formaliti sensitiviti sensibiliti "
    "triplicate formative formalize electrical hopeful goodness revival allowance inference airliner "
    "gyroscopic adjustable defensible irritant replacement adjustment dependent adoption homologou communism "
    "activate angulariti homologous effective bowdlerize probate rate cease controll roll oauth2 p99 k8s "
    "databases caching on by as is"
)


@pytest.mark.sqlite
def test_words_are_split_folded_and_stemmed_as_fts5_does_it(database: Database) -> None:
    demo = ROOT / "eval" / "demo" / "notes"
    lines = [line for path in sorted(demo.glob("*.md")) for line in path.read_text(encoding="utf-8").splitlines()]
    for line in [STRANGE, *lines]:
        assert split_into_words(line) == as_fts5_splits(database, line)


def test_a_phrase_does_not_reach_from_one_column_into_the_next(database: Database) -> None:
    logged(database, on(NOTE, "Fixed", Goal(goal="zebra"), summary="lion"), text=NOTE)
    assert find(database, '"lion zebra"') == find(database, '"fixed lion"') == []
    assert find(database, '"zebra"') == ["G1"]


def test_a_rare_word_counts_more_than_one_that_every_record_has(database: Database) -> None:
    several = [f"Moved service {n} of the ledger." for n in range(8)] + ["Wrote the ledger runbook."]
    note = " ".join(several)
    logged(database, *(on(note, one) for one in several), text=note)
    assert find(database, "ledger runbook")[0] == "E9"


def test_a_quote_of_any_length_is_indexed_and_found_by_its_first_words(database: Database) -> None:
    long = "zebra " + "word " * 30_000 + "x" * 3_000
    logged(database, on(long, long), text=long)
    assert find(database, "zebra") == ["E1"]
