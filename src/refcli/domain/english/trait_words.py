"""Words for what somebody is like: adjectives, adverbs, and verbs of habit."""

from refcli.domain.english.listed import listed

# What somebody may be like: adjectives whose end does not say so.
ADJECTIVES = listed(
    """
    afraid lonely stuck bereaved unemployed disabled blind deaf pregnant widowed separated
    no-nonsense settled honest calm kind warm young old new good great nice fair fun smart
    bright quick fast slow local loyal rich poor busy free open firm strong tough hard easy
    early late keen brave wise sharp keen patient decent modest mature senior junior humble sane
    sound steady solid clear direct discreet polite prompt punctual precise exact thorough tidy
    clean neat quiet loud proud sweet gentle generous serious curious reliable flexible
    independent confident competent efficient diligent fluent bilingual experienced qualified
    organised organized motivated committed dedicated driven relaxed married single divorced
    retired self-employed employed well-connected connected hands-on down-to-earth up-to-date
    easy-going easygoing hardworking hard-working outgoing caring understanding forward-looking
    forward-thinking demanding growing trusting willing entrepreneurial professional personal
    practical analytical loving daring charming german french english british american irish
    scottish welsh swiss austrian italian spanish dutch polish turkish european asian african
    australian canadian chinese indian japanese russian swedish danish norwegian finnish solvent
    affluent wealthy sincere genuine mobile remote public private big small large tall friendly
    lovely lively timely costly likely early elderly orderly scholarly neighbourly homely able
    alert aware eager fond glad grateful happy healthy lucky ready sober tactful trustworthy
    """
)
ADVERBS = listed(
    """
    always never often usually sometimes rarely really truly simply just also still already only
    not generally typically regularly actually genuinely quickly promptly reliably fully clearly
    ever seldom normally mostly
    """
)
# Verbs of what somebody is like, in their plain form, that the lists above do not have.
HABITS = listed(
    """
    grow eat shop network respond tolerate breed farm laugh golf sail wash stand miss fly fish
    sing dance swim cancel save spend vote pray have pay keep like love own value listen return
    answer care know live work run speak think trust come want need share enjoy understand
    respect appreciate believe read drive stick follow mean lead make take give tell get go do
    say plan act move talk travel help tend look treat turn employ export import trade sell buy
    rent manage train hire invest commute cycle play cook prefer expect decide communicate
    collaborate deliver honour honor complain haggle argue rush smoke drink exercise volunteer
    donate teach learn write bring stay use show
    """
)
