"""Words for a call in vain: mine, and theirs that I missed."""

ATTEMPTS = (
    r"left (?:\S+ ){0,4}?(?:a )?(?:voice ?mail|vm|message)\b",
    r"tried\b",
    r"did(?: ?n['’]?t| not) manage to (?:reach|get|speak|catch|call|raise)\b",
    r"(?:(?:still|is|was|are|were) )*(?:not|is ?n['’]?t|was ?n['’]?t) (?:answering|picking up)\b",
    r"left (?:a )?msg\b",
    r"(?:voice ?mail|vm) to\b",
    r"^vm \w+\W*$",
    r"no (?:answer|reply|ans)\b(?! (?:yet|needed|required))",
    r"could ?n(?:o|'|’)t (?:reach|get)\b",
    r"could not (?:reach|get)\b",
    r"(?:failed|(?:was )?(?:unable|not able)) to (?:reach|get (?:hold of|through)|raise)\b",
    r"(?:cannot|can['’]?t) (?:reach|get (?:hold of|through)|raise)\b",
    r"bounced\b",
    r"did(?: ?n['’]?t| not) (?:reach|get (?:hold of|through|an answer)|catch|answer|pick up)\b",
    r"(?:was|were)(?: ?n['’]?t| not) (?:in|there|home|at home|available|answering)\b(?! \w+ing)",
    r"(?:nobody|no one|no-one) (?:answered|picked up|home|was home|there|was there|in|was in)\b",
    r"(?:line (?:was )?)(?:busy|engaged)\b",
    r"rang out\b",
    r"never (?:got hold of|reached|got through)\b",
    r"played phone tag\b",
    r"left word\b",
    r"(?:voice ?mail|vm)\b$",
    (
        r"(?:got|hit) (?:\S+['’]s |her |his |their |the )?(?:voice ?mail|vm|answerphone"
        r"|answering machine)\b"
    ),
    r"wrong number\b",
    r"(?:s?he |they )?hung up\b(?! on)",
    r"no (?:luck|joy)\b",
    r"(?:voice ?mail|mailbox|inbox|answerphone) (?:is |was )?full\b",
    r"(?<!got )(?<!are )(?<!is )(?<!be )engaged(?: tone)?\b$",
    r"(?:did|could)(?: ?n['’]?t| not) get through\b",
    r"lvm\b",
    r"lm\b(?= (?:w/|with|for|on)|$)",
    r"unreachable\b",
    r"(?:was|is) in a meeting\b",
    r"message left for\b",
    r"(?:went|straight|got) (?:through )?(?:straight )?to (?:voice ?mail|vm)\b",
)
_AT_HOME = r"(?:in|there|home|around|at (?:home|work|(?:his|her|their) desk))"
_AWAY = r"(?:out(?: of (?:the )?office)?|away|on (?:holiday|leave)|unavailable|not available)"
_UNTIL = r"(?: on (?:holiday|leave))?(?: (?:until|till) (?:the )?\w+(?: \w+)?)?"
NO_ANSWER = (
    r"(?:[,;–—-]|\bbut|\band) ?(?:but )?(?:i )?(?:no (?:answer|reply|ans)\b(?! (?:yet|needed))"
    rf"|(?:(?:s?he|they)(?:['’](?:s|re)| (?:is|was|are|were)) )?(?:not {_AT_HOME}|{_AWAY}{_UNTIL})"
    r"|(?:s?he|they)(?:['’]d| had) forgotten"
    r"|no (?:response|pick[- ]?up)|(?:his |her |the )?phone (?:was )?(?:switched )?off"
    r"|(?:went |straight )*(?:to )?(?:the )?(?:answer ?phone|answering machine|machine|voice ?mail)"
    r"|left (?:(?:a|him|her|them) )*(?:voice ?mail|vm|message)(?: with \w+(?: \w+)?)?"
    r"|(?:s?he|they|nobody|no one) (?:was|were) (?:out|away|engaged|not (?:in|there)|there|in)"
    r"|no (?:luck|joy)|(?:voice ?mail|mailbox) full"
    r"|(?:got only|only got|got) (?:(?:his|her|their|the) )?"
    r"(?:secretary|assistant|receptionist|answerphone|machine|pa|wife|husband|son|daughter))[.!]*$"
)
CALLING = (
    r"\b(?:went to see|went (?:by|round)|called|rang|phoned|telephoned|call|tel|tried|visited"
    r"|dropped|popped|turned up|knocked|drove (?:over|by|round)|went over)\b"
)
MISSED = (
    r"(?:(?:\w+ )?missed (?:a |his |her |their |the )?(?:calls?\b|.{1,60}?['’]s? call\b)"
    r"|.{1,60}? left (?:me )?a (?:voice ?mail|vm|message)(?: for)? me\b"
    r"|.{1,60}? left me a (?:voice ?mail|vm|message)\b"
    r"|.{1,60}? tried to (?:call|reach|ring|phone|get hold of) (?:me|us)\b"
    r"|(?:vm|voice ?mail) from\b)"
)
# The same, told in a whole sentence: `Tom rang while I was in court`.
MISSED_IT = (
    r"^.{1,60}? (?:called|rang|phoned|telephoned),? (?:(?:and|but) )?"
    r"(?:i )?(?:missed (?:it|him|her|them)|(?:(?:while|when|but) )?i was [\w ]{2,30})[.!]*$"
)
