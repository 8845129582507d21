"""In which encoding a file is, where it does not say it."""

import io

import pytest

from refcli.errors import BadData, UsageError
from refcli.exchange.encodings import MIXED, encoding_of

NAMES = {
    "cp1252": ("Jürgen Böhm;Böhm Küchen", "Renée Fould;Café “Nord”", "Åse Nygård", "José Núñez"),
    "cp1250": ("Łukasz Żurawski;Młyn Źródło", "Jiří Dvořák;Plzeň", "Małgorzata Dębska"),
    "cp1251": ("Глеб Щукин;Мастерская «Подка»", "Вера Яшина"),
    "cp1253": ("Γιώργος Παπαδόπουλος;Αθήνα",),
    "cp1255": ("משה כהן;תל אביב",),
    "cp1256": ("محمد علي;القاهرة",),
    "cp1257": ("Jānis Bērziņš;Rīga", "Žydrūnas Šimkus"),
    "koi8_r": ("Глеб Щукин;Мастерская Лодка",),
    "cp932": ("田中 太郎;東京株式会社", "たなか;東京"),
    "gb18030": ("王小明;北京有限公司",),
    "big5": ("王小明;台北有限公司",),
    "cp949": ("김철수;서울 주식회사",),
    "utf-16-le": ("Zoë Ott;Firma", "王小明;Beijing Works"),
    "utf-16-be": ("Zoë Ott;Firma",),
    "utf-8": ("Zoë Ott", "王小明"),
}
TEXTS = [(page, text) for page, texts in NAMES.items() for text in texts]


def found(data: bytes, told: str | None = None) -> tuple[str, bool]:
    return encoding_of(io.BytesIO(data), "a.csv", told)


@pytest.mark.parametrize(("page", "text"), TEXTS)
def test_the_letters_say_it(page: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        monkeypatch.delenv(name, raising=False)
    table = f"Name;Firm\n{text}\n"
    name, is_guess = found(table.encode(page))
    assert table.encode(page).decode(name) == table
    assert is_guess is not page.startswith("utf")


def test_where_letters_do_not_say_it_the_user_s_own_country_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = "Name\nÜlkü Şahin\n".encode("cp1254")
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    assert found(data) == ("cp1254", True)


def test_a_line_of_another_program_s_spoils_no_file() -> None:
    data = ("Jürgen Groß;München\n" * 40).encode() + "Käthe Böhm\n".encode("cp1252")
    assert found(data) == (MIXED, True)


@pytest.mark.parametrize("told", ["nonsense", "", "base64"])
def test_what_is_told_must_be_an_encoding(told: str) -> None:
    with pytest.raises((UsageError, BadData)):
        found(b"Name\nx\n", told)


@pytest.mark.parametrize("told", ["utf-16", "punycode", "utf-32"])
def test_what_is_told_must_fit(told: str) -> None:
    with pytest.raises(BadData):
        found(b"Name,Email\nA B,n@example.com\n", told)
