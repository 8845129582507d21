"""Address books as each program writes them, all of them with Anna Weiss and Tom Brandt."""

GOOGLE = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,"
    "Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,"
    "Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,"
    "Phone 1 - Label,Phone 1 - Value\n"
    "Anna,,Weiss,,,,Dr.,,Anni,,Weiss Dental,Owner,,,met in Rome,,* myContacts ::: golf,* Work,"
    "anna@w.example ::: a.weiss@x.example,Mobile,+49 30 5550101\n"
    "Tom,,Brandt,,,,,,,,,,,,,,* myContacts,,,,6.28123E+12\n"
)
OLD_GOOGLE = (
    "Name,Given Name,Additional Name,Family Name,Nickname,Notes,Group Membership,"
    "E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Type,"
    "Organization 1 - Name,Organization 1 - Yomi Name,Organization 1 - Title\n"
    "Anna Weiss,Anna,,Weiss,Anni,met in Rome,* myContacts ::: golf,* Work,anna@w.example,Mobile,"
    "+49 30 5550101,,Weiss Dental,,Owner\n"
    "Tom Brandt,Tom,,Brandt,,,* myContacts,,,,,,,,\n"
)
OUTLOOK = (
    "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Fax,"
    "Business Phone,Mobile Phone,Anniversary,Birthday,Categories,E-mail Address,E-mail Type,"
    "Notes,Referred By,Web Page\n"
    "Dr.,Anna,,Weiss,,Weiss Dental,,Owner,+49 1,,+49 30 5550101,0/0/00,0/0/00,golf,"
    "anna@w.example,SMTP,met in Rome,Tom Brandt,\n"
    ",Tom,,Brandt,,,,,,,,0/0/00,0/0/00,,,,,,\n"
)
WEB_OUTLOOK = (
    "First Name,Middle Name,Last Name,Nickname,Title,Suffix,E-mail Address,E-mail 2 Address,"
    "Home Phone,Mobile Phone,Job Title,Department,Company,Notes,Categories\n"
    "Anna,,Weiss,Anni,,,anna@w.example,a.weiss@x.example,,+49 30 5550101,Owner,,Weiss Dental,"
    "met in Rome,golf\n"
    "Tom,,Brandt,,,,,,,,,,,,\n"
)
HUBSPOT = (
    "Record ID,First Name,Last Name,Email,Phone Number,Job Title,Company Name,Contact owner\n"
    "101,Anna,Weiss,anna@w.example,+49 30 5550101,Owner,Weiss Dental,me\n"
    "102,Tom,Brandt,,,,,me\n"
)
VCARD_21 = (
    "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Wei=C3=9F;Anna;;;\r\n"
    "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Anna=20=\r\nWeiss\r\nTEL;CELL;PREF:+49 30 5550101"
    "\r\nEMAIL;INTERNET:anna@w.example\r\nORG:Weiss Dental;Front desk\r\nTITLE:Owner\r\nEND:VCARD"
    "\r\nBEGIN:VCARD\r\nVERSION:2.1\r\nN:Brandt;Tom\r\nEND:VCARD\r\n"
)
APPLE = (
    "BEGIN:VCARD\nVERSION:3.0\nPRODID:-//Apple Inc.//iOS 17//EN\nN:Weiss;Anna;;;\nFN:Anna Weiss\n"
    "NICKNAME:Anni\nORG:Weiss Dental;\nTITLE:Owner\nitem1.EMAIL;type=INTERNET:anna@w.example\n"
    "item1.X-ABLabel:_$!<Work>!$_\nitem2.TEL;type=pref:+49 30\n  5550101\n"
    "X-SOCIALPROFILE;type=linkedin:https://www.linkedin.com/in/anna-weiss\nNOTE:met in\\nRome\n"
    "PHOTO;ENCODING=b;TYPE=JPEG:" + "QUJD" * 20_000 + "\nEND:VCARD\n"
    "BEGIN:VCARD\nVERSION:3.0\nFN:Tom Brandt\nEND:VCARD\n"
)
VCARD_4 = (
    "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Anna Weiss\r\nN:Weiss;Anna;;;\r\nBDAY:--0415\r\n"
    'TEL;VALUE=uri;TYPE="voice,cell":tel:+49-30-5550101\r\nEMAIL:anna@w.example\r\n'
    "ORG:Weiss Dental\r\nTITLE:Owner\r\nRELATED;TYPE=friend:urn:uuid:1\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Tom Brandt\r\nEND:VCARD\r\n"
)
MONICA = """{"version": "1.0-preview.1", "app_version": "4.0.0", "account": {"data": [
 {"type": "contact", "count": 2, "values": [
  {"uuid": "u1", "properties": {"first_name": "Anna", "last_name": "Weiss", "job": "Owner",
    "company": "Weiss Dental", "first_met_through": "u2", "tags": ["golf"]},
   "data": [{"type": "contact_field", "values": [
     {"properties": {"data": "anna@w.example"}}, {"properties": {"data": "+49 30 5550101"}}]}]},
  {"uuid": "u2", "properties": {"first_name": "Tom", "last_name": "Brandt"}}]}]}}
"""
BOOKS = {
    "google": ("google", GOOGLE),
    "old google": ("google", OLD_GOOGLE),
    "outlook": ("outlook", OUTLOOK),
    "web outlook": ("outlook", WEB_OUTLOOK),
    "outlook, semicolons": ("outlook", OUTLOOK.replace(",", ";")),
    "hubspot": ("hubspot", HUBSPOT),
    "vCard 2.1": ("vcard", VCARD_21),
    "apple": ("vcard", APPLE),
    "vCard 4.0": ("vcard", VCARD_4),
    "monica": ("monica", MONICA),
}
