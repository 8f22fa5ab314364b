"""Two names are one person by the same words only; anything less is asked."""

from reading_cases import person, read

from assistant.reading.people import is_me, resolve, same_in_note
from store.model import Relationship


def match(name, *known, **details):
    return resolve(name, Relationship(name=name, **details), known)


def test_the_same_name_or_alias_is_the_same_person_in_any_case():
    assert match("dana kim", person("Dana Kim", "R3")).known == "R3"
    assert match("@dkim", person("Dana Kim", "R3", aliases=("dkim",))).known == "R3"


def test_a_first_name_means_the_only_person_who_has_it():
    assert match("Dana", person("Dana Kim", "R3"), person("Olek Nowak", "R4")).known == "R3"


def test_a_first_name_that_two_people_have_is_asked():
    doubt = match("Dana", person("Dana Kim", "R3"), person("Dana Levi", "R4"))
    assert doubt.known is None and "R3" in doubt.doubt and "R4" in doubt.doubt


def test_a_longer_or_shortened_name_is_asked_never_merged():
    assert match("Chris K.", person("Chris Kim", "R3")).doubt.startswith("Is Chris K. the same person as Chris Kim")
    assert match("Priya Raman", person("Priya", "R5")).known is None
    assert match("Priya Raman", person("Priya", "R5")).doubt


def test_another_surname_is_another_person():
    assert match("Dana Levi", person("Dana Kim", "R3")) == resolve("Zoe", Relationship(name="Zoe"), ())


def test_a_newcomer_or_another_role_is_not_the_one_we_know():
    known = person("Sam Lee", "R3", role="designer")
    assert match("Sam", known, role="intern").doubt
    assert match("Sam", known, context="Sam joined our team").doubt


def test_within_a_note_a_first_name_stands_for_the_full_one():
    assert same_in_note(["Dana Kim", "Dana", "Olek"])["Dana"] == "Dana Kim"
    assert same_in_note(["Dana Kim", "Dana Levi", "Dana"])["Dana"] == "Dana"


def test_the_author_is_known_by_name():
    assert is_me("@Ana", ("ana",)) and not is_me("Ann", ("ana",))


def test_an_unsure_person_is_proposed_and_asked_about():
    taken = read("Paired with Chris K. on the parser.", known=[person("Chris Kim", "R3")])
    (chris,) = [r for r in taken.records if r.kind == "relationship"]
    assert chris.status == "proposed" and chris.why == taken.question


def test_a_known_person_gets_a_contact_and_no_second_row():
    taken = read("Paired with Dana on the parser.", known=[person("Dana Kim", "R3")])
    (dana,) = [r for r in taken.records if r.kind == "relationship"]
    assert dana.known == "R3" and dana.status == "active"
