"""Words of the titles of columns, in the languages that address books come in."""

from typing import NamedTuple


class TitleWords(NamedTuple):
    """A field and what speaks for it: whole titles, or words of which one must be in the title."""

    field: str
    titles: str = ""
    words: str = ""


# Marks, kinds and stamps of a program's own.
ASIDE_WORDS = """
    typ type display angezeigter wyswietlana отображаемое тип affiche sensitivity priority mileage
    initials initialen directory vertraulichkeit created modified updated edited contacted owner
    timezone id uuid uid guid hash phonetic photo picture avatar status deals activities lifecycle
    lead subscribed unsubscribed
"""
# Numbers that nobody calls.
NEVER_CALLED = """
    fax telefax faks faksi telecopie telecopieur pager pageur buscapersonas telex isdn rnis tty
    tty/tdd callback radio факс messenger im skype fax-nummer faxnummer
"""
SOMEBODY_ELSE = frozenset(
    {
        "assistant",
        "assistant's",
        "assistentin",
        "assistente",
        "asystenta",
        "buyer",
        "purchaser",
        "emergency",
        "asst",
        "guardian",
        "supervisor",
    }
)
# The first that fits is meant. Titles and words are folded; a comma stands between titles.
TITLES = (
    TitleWords(
        "first",
        """
        krstne meno, 이름, ονομα, first, first name, firstname, given, given name, vorname, prenom,
        nombre, nome, nome proprio, imie, имя, voornaam, fornamn, fornavn, jmeno, krestni jmeno,
        keresztnev, utonev, ad, adi, etunimi, prenume, primeiro nome, nombre de pila, i̇sim, isim,
        名, 名前, όνομα, meno, ime, givenname, prenom(s), nom de bapteme
        """,
    ),
    TitleWords(
        "middle",
        """
        middelste naam, zweiter name, middle, middle name, middle names, additional name, weitere
        vornamen, zweiter vorname, deuxieme prenom, autres prenoms, segundo nombre, secondo nome,
        drugie imie, отчество, tweede naam, mellannamn, mellomnavn, mellemnavn, prostredni jmeno,
        kozepso nev, ikinci ad, toinen nimi, segundo nome, nome do meio
        """,
    ),
    TitleWords(
        "last",
        """
        성, επωνυμο, last, last name, lastname, surname, family, family name, nachname,
        familienname, nom de famille, apellido, apellidos, cognome, nazwisko, фамилия, achternaam,
        efternamn, etternavn, efternavn, prijmeni, vezeteknev, csaladnev, soyad, soyadi, sukunimi,
        nume de familie, sobrenome, apelido, ultimo nome, 姓, επώνυμο, priezvisko, prezime,
        priimek, sn, nom
        """,
    ),
    TitleWords(
        "suffix",
        """
        suffix, name suffix, namenszusatz, suffixe, sufijo, suffisso, sufiks, суффикс
        """,
    ),
    TitleWords(
        "nickname",
        """
        nickname, nick, nick name, spitzname, rufname, surnom, apodo, alias, soprannome,
        pseudonim, roepnaam, smeknamn, kallenavn, prezdivka, becenev, takma ad, lempinimi, apelido
        carinhoso, псевдоним, ニックネーム
        """,
    ),
    TitleWords(
        "name",
        """
        name, full name, fullname, contact name, display name, displayname, anzeigename,
        vollstandiger name, nom complet, nom affiche, nom d'affichage, nombre completo, nombre
        para mostrar, nome completo, nome visualizzato, nome de exibicao, pelna nazwa, nazwa
        wyswietlana, imie i nazwisko, полное имя, фио, отображаемое имя, weergavenaam, volledige
        naam, naam, visningsnamn, namn, navn, visningsnavn, zobrazovane jmeno, cele jmeno, teljes
        nev, nev, megjelenitendo nev, tam ad, ad soyad, nayttonimi, nimi, nume afisat, 氏名, 姓名,
        person, contact, cn, kontakt, ansprechpartner, kunde, client, customer, member, mitglied
        """,
    ),
    TitleWords(
        "birth_year",
        """
        geburtsjahr, birth year, annee de naissance, ano de nacimiento, anno di nascita, rok
        urodzenia, geboortejaar, fodelsear, birthyear, год рождения
        """,
    ),
    TitleWords(
        "birth_month",
        """
        geburtsmonat, birth month, mois de naissance, mes de nacimiento, mese di nascita, miesiac
        urodzenia, geboortemaand, fodelsemanad, birthmonth, месяц рождения
        """,
    ),
    TitleWords(
        "birth_day",
        """
        birth day, jour de naissance, dia de nacimiento, giorno di nascita, dzien urodzenia,
        geboortedag, fodelsedag (dag), birthday day, день рождения (число)
        """,
    ),
    TitleWords(
        "birthday",
        """
        naissance, d.o.b., 생일, 出生日期, birthday, date of birth, dob, birthdate, birth date,
        geburtstag, geburtsdatum, anniversaire, date de naissance, cumpleanos, fecha de
        nacimiento, compleanno, data di nascita, urodziny, data urodzenia, день рождения, дата
        рождения, verjaardag, geboortedatum, fodelsedag, fodselsdag, bursdag, narozeniny, datum
        narozeni, szuletesnap, dogum gunu, dogum tarihi, syntymapaiva, aniversario, data de
        nascimento, zi de nastere, ημερομηνια γεννησης, 誕生日, 生日, born
        """,
    ),
    TitleWords(
        "anniversary",
        """
        anniversary, wedding anniversary, jahrestag, hochzeitstag, aniversario de boda,
        anniversario, rocznica, годовщина, jubileum, bryllupsdag, vyroci, evfordulo, yil donumu,
        hochzeitsdatum, anniversaire de mariage, wedding date
        """,
    ),
    TitleWords(
        "through",
        """
        indicado por, presentato da, rekommenderad av, introdotto da, referred by, introduced by,
        met through, through, source contact, empfohlen von, vermittelt von, recommande par,
        recomendado por, referido por, segnalato da, polecone przez, polecony przez,
        рекомендовано, рекомендован, doorverwezen door, verwezen door, hanvisad av, henvist av,
        doporucil, ajanlotta, tavsiye eden, referrer
        """,
    ),
    TitleWords(
        "relation:spouse",
        """
        spouse, partner, husband, wife, ehepartner, ehepartner/partner, partner/in, conjoint,
        conyuge, coniuge, wspolmalzonek, malzonek, супруг(а), супруг, echtgenoot,
        partner/echtgenoot, make/maka, ektefelle, aegtefaelle, manzel/manzelka, hazastars, es
        """,
    ),
    TitleWords(
        "relation:child",
        """
        children, child, kinder, enfants, hijos, figli, dzieci, дети, kinderen, barn, deti,
        gyermekek, cocuklar, filhos
        """,
    ),
    TitleWords(
        "relation:assistant",
        """
        assistant, assistant's name, name assistent/-in, assistant(e), nombre del asistente, nome
        assistente, imie i nazwisko asystenta
        """,
    ),
    TitleWords(
        "relation:manager",
        """
        manager, manager's name, name des vorgesetzten, vorgesetzter, responsable, nombre del
        director, nome manager, menedzer
        """,
    ),
    TitleWords(
        "-",
        """
        anrede, salutation, civilite, tratamiento, titolo, aanhef, tytul, обращение, prefix, name
        prefix, honorific, private, privat, prive, prioritat, priorite, geschlecht, gender,
        language, sprache, record id, internetfrei/gebucht, kennwort, e-mail-anzeigename
        """,
    ),
    TitleWords(
        "url",
        """
        linkedin, linkedin url, linkedin profile, linkedin profile url, profile url, linkedin bio,
        linkedinurl
        """,
    ),
    TitleWords(
        "website",
        words="""
        website webseite website/blog homepage web site internet page pagina sito strona www url
        weblink webpage webbplats nettside hjemmeside
        """,
    ),
    TitleWords(
        "industry",
        """
        industry, branche, wirtschaftszweig, secteur, secteur d'activite, sector, settore, branza,
        отрасль, bransch, bransje, obor, iparag, sektor, trade
        """,
    ),
    TitleWords(
        "phone",
        words="""
        particular ufficio abitazione 휴대폰 전화 κινητο phone phones telephone telefon tel tel.
        telefono telefone telefoon telefonnummer rufnummer teléfono телефон telefonni puhelin
        mobile mobil mobiltelefon mobilephone handy cell cellphone portable movil cellulare
        komorkowy komorka мобильный мобильного gsm cellular telemovel celular mobilni mobiltel
        mobil-tel.-nr mobiltelefonnummer 電話 电话 手机 携帯 matkapuhelin puhelinnumero mobilnummer
        telefonszam telefony
        """,
    ),
    TitleWords(
        "phone",
        """
        home, work, other, primary, business, home 2, work 2
        """,
    ),
    TitleWords(
        "role",
        """
        직함, 職稱, job title, jobtitle, title (job), position, function, role, occupation,
        profession, beruf, funktion, stelle, arbeitstitel, berufsbezeichnung, poste, fonction,
        titre, intitule du poste, titre de fonction, cargo, puesto, titulo del trabajo, qualifica,
        mansione, posizione, posizione lavorativa, titolo professionale, stanowisko, tytul
        zawodowy, должность, functie, functietitel, befattning, stilling, jobbtittel, pozice,
        funkce, beosztas, unvan, is unvani, tehtavanimike, titulo, functie / titlu, 役職, 职务,
        organization title, headline, pozycja
        """,
    ),
    TitleWords(
        "organization",
        """
        회사, 組織, 公司名称, εταιρεια, company, company name, organization, organisation,
        organization name, organisation name, employer, account name, associated company,
        current company,
        business name, work, firma, firmenname, unternehmen, arbeitgeber, betrieb, societe,
        entreprise, organisme, empresa, compania, organizacion, azienda, societa, ditta,
        organizzazione, organizacja, przedsiebiorstwo, компания, организация, фирма, bedrijf,
        bedrijfsnaam, organisatie, foretag, selskap, virksomhed, bedrift, firma/organisation,
        spolecnost, organizace, ceg, vallalat, szervezet, sirket, kurulus, yritys, organisaatio,
        companie, organizatie, organizacao, 会社, 会社名, 公司, o
        """,
    ),
    TitleWords(
        "tag",
        """
        类别, 類別, 分類, 범주, tag, tags, category, categories, label, labels, group, groups, group
        membership, kategorie, kategorien, gruppe, gruppen, schlagworte, schlagworter, etiquetas,
        etichette, etichetta, categorie, categorieen, categorias, kategoria, kategorier,
        категории, группы, lists, list, listen, kategoriak, kategoriler, luokat, multi-select
        """,
    ),
    TitleWords(
        "note",
        """
        anotacoes, 便笺, 附註, 메모, note, notes, comment, comments, description, notiz, notizen,
        bemerkung, bemerkungen, anmerkungen, kommentar, kommentare, remarques, commentaires,
        notas, comentarios, osservazioni, notatki, uwagi, заметки, примечания, notities,
        opmerkingen, anteckningar, notater, noter, poznamky, poznamka, megjegyzesek, jegyzetek,
        notlar, muistiinpanot, background, about, observacoes, メモ, 备注
        """,
    ),
    TitleWords(
        "known_since",
        """
        kontakt seit, client depuis, known since, met on, first met, connected on, met at date,
        kennengelernt am, client since, customer since, kunde seit
        """,
    ),
    TitleWords(
        "address:formatted",
        """
        address, home address, work address, business address, adresse, anschrift, direccion,
        indirizzo, adres, адрес, adress, adresa, cim, osoite, postal address, mailing address,
        full address, address 1 - formatted, address 2 - formatted
        """,
    ),
)
ADDRESS_PARTS = (
    (
        "street",
        """
        street strasse straße rue calle via ulica улица straat gata gate vej ulice utca sokak
        adresse address1 address2 addr katu rua cadde strada
        """,
    ),
    (
        "zip",
        """
        zip postal postleitzahl plz postcode cap kod pocztowy индекс postnummer psc iranyitoszam
        posta code-postal codigo cp postinumero cep
        """,
    ),
    (
        "city",
        """
        city town ort stadt ville localite ciudad citta miasto город plaats stad by mesto varos
        sehir kaupunki cidade oras locality localidad miejscowosc
        """,
    ),
    (
        "country",
        """
        country country/region land land/region pays pais paese kraj/region страна land/omrade
        zeme orszag ulke maa tara lander nation
        """,
    ),
    (
        "state",
        """
        state region province bundesland kanton provincia etat wojewodztwo область provincie lan
        kraj megye il lääni estado judet bundesland/kanton departement state/province
        """,
    ),
)
PLACES = (
    (
        "work",
        """
        business work geschaftlich dienstlich bureau professionnel professionnelle trabajo negocio
        ufficio lavoro sluzbowy sluzbowa biuro рабочий werk zakelijk arbete arbeid firma
        munkahelyi is tyo comercial
        """,
    ),
    (
        "home",
        """
        home privat prive domicile domicilio personal particular casa abitazione domowy prywatny
        домашний thuis privat: hem hjem domov otthoni ev koti
        """,
    ),
    (
        "other",
        """
        other weitere autre otra altro inny другой overig andere annan muu outro
        """,
    ),
)
