"""What a column is by the words of its title, in many languages."""

import pytest

from refcli.exchange.titles import ASIDE, fields_of, is_list_of_people

OUTLOOK = ("first", "last", "organization", "role", "phone", "email", "birthday", "note")


@pytest.mark.parametrize(
    ("titles", "fields"),
    [
        (
            "First Name,Last Name,Company,Job Title,Mobile Phone,E-mail 2 Address,Birthday,Notes",
            OUTLOOK,
        ),
        (
            "Vorname,Nachname,Firma,Position,Telefon privat,E-Mail-Adresse,Geburtstag,Notizen",
            OUTLOOK,
        ),
        (
            "Prénom,Nom,Société,Titre,Téléphone (bureau),Adresse de messagerie,Anniversaire,Notes",
            OUTLOOK,
        ),
        (
            "Nombre,Apellidos,Organización,Cargo,Teléfono,Correo electrónico,Cumpleaños,Notas",
            OUTLOOK,
        ),
        (
            "Nome,Cognome,Società,Posizione,Cellulare,Indirizzo posta elettronica,Compleanno,Note",
            OUTLOOK,
        ),
        (
            "Voornaam,Achternaam,Bedrijf,Functie,Mobiele telefoon,E-mailadres,Verjaardag,Notities",
            OUTLOOK,
        ),
        (
            "Imię,Nazwisko,Firma,Stanowisko,Telefon komórkowy,Adres e-mail,Urodziny,Notatki",
            OUTLOOK,
        ),
        (
            "Имя,Фамилия,Организация,Должность,Телефон,Адрес эл. почты,День рождения,Заметки",
            OUTLOOK,
        ),
        (
            "Adı,Soyadı,Şirket,Unvan,İş Telefonu,E-posta Adresi,Doğum Günü,Notlar",
            OUTLOOK,
        ),
        ("Förnamn,Efternamn,Företag,E-postadress", ("first", "last", "organization", "email")),
        ("Name;Vorname;Firma", ("last", "first", "organization")),
        ("Full Name,Title,Email", ("name", "role", "email")),
        ("Title,First Name,Last Name,Job Title", (ASIDE, "first", "last", "role")),
        ("Person - Name,Person - Email - Work,Person - Owner", ("name", "email", ASIDE)),
        ("Name,Fax,Assistant's Phone,E-mail Type", ("name", "", "", ASIDE)),
        (
            "Name,Home Street,Business City,Business Country/Region",
            ("name", "address:home:street", "address:work:city", "address:work:country"),
        ),
        (
            "Name,Geburtsjahr,Geburtsmonat,Geburtstag",
            ("name", "birth_year", "birth_month", "birth_day"),
        ),
    ],
)
def test_a_title_says_what_its_column_is(titles: str, fields: tuple[str, ...]) -> None:
    assert fields_of(titles.replace(";", ",").split(",")) == fields


@pytest.mark.parametrize(
    ("titles", "is_list"),
    [
        ("Name,Email", True),
        ("Vorname,Nachname,Telefon", True),
        ("Name,Colour,Weight", False),
        ("Email,Phone", False),
        ("one,two", False),
        ("", False),
    ],
)
def test_what_makes_a_list_of_people(titles: str, *, is_list: bool) -> None:
    assert is_list_of_people(fields_of(titles.split(","))) is is_list
