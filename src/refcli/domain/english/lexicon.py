"""Words whose class cannot be told from how they end: one list for each class."""

from refcli.domain.english.listed import listed

ARTICLES = frozenset({"a", "an", "the"})
POSSESSIVES = frozenset({"my", "your", "our", "her", "his", "their", "its"})
DETERMINERS = ARTICLES | POSSESSIVES
DETERMINERS |= {"this", "these", "that", "those", "one", "another", "some", "any", "no", "every"}
DETERMINERS |= {"each", "both", "all", "more", "less", "fewer", "enough", "several", "many", "much"}
PRONOUNS = frozenset({"them", "themselves", "it", "him", "her", "us", "me", "you", "up", "out"})
PREPOSITIONS = listed(
    """
    on for of in with from at by about as around near over under between into onto across within
    without through against beyond during since until towards toward after before behind beside
    """
)

# What somebody may be looking to do: a verb before anything else.
VERBS = listed(
    """
    fly breed claim rethink prune foster bake brew bequeath groom cater graze shear migrate
    knock litigate arbitrate pivot detox meditate ski knit practise advertise farm till plough
    sow harvest crochet sculpt weld reskill upcycle rewild homeschool co-parent fundraise
    crowdfund franchise license patent trademark rezone subcontract sell buy hire grow retire
    find start found expand get leave build invest export import renovate refinance remortgage
    improve reduce save raise merge let launch write publish learn lose become begin make take
    bring win reach protect insure replace simplify outsource automate recruit delegate divorce
    marry settle defend register organise organize run speak teach meet join attend redesign
    rebrand keep put go do use try know see develop lower acquire transfer secure convert fix
    restructure create provide relocate emigrate immigrate apply prepare present promote travel
    supply deliver measure eat sing act sign stop quit avoid prevent turn give send show tell
    ask think choose pick decide compare understand explore evaluate assess analyse analyze
    assemble adopt adapt add adjust appeal arrange attract borrow break catch celebrate clear
    collect combine complete comply compete connect consolidate construct contest continue cope
    cut declutter deal decorate demolish demerge deregister digitise digitize diversify donate
    downsize upsize earn educate employ empty enlarge enrol enroll enter establish exit extend
    extract fill finish fire fit follow form free fund furnish gain gather generate grant handle
    heal hold improve include incorporate increase inherit innovate install integrate
    internationalise internationalize introduce justify landscape lend lift liquidate live
    maintain manage maximise maximize minimise minimize modernise modernize monetise monetize
    motivate negotiate obtain offset onboard open operate optimise optimize own pay pass perform
    persuade pitch position professionalise professionalize pursue qualify rebuild recover
    recycle redecorate redeploy redo refit refurbish regain rehome reinvest relaunch release
    remarry remodel remove renegotiate renew reopen reorganise reorganize repay rescue reshape
    resize resolve restart restock restore resume retain retrain reuse reward rewire rid save
    scrap separate serve settle shift shorten shrink solve spend stabilise stabilize standardise
    standardize stay store streamline strengthen subdivide sublet succeed sue survive tackle
    tidy tighten trade transform translate treat unlock unwind update upskill vacate validate
    value verify wind withdraw wrap
    """
)
# These are nouns as well: a verb where an object follows, a noun before a preposition.
BOTH = listed(
    """
    lease rent loan exit deal break supply trade store update mortgage lift plan move change
    help work design finance market review upgrade audit cover file host book train scale record
    film play paint cook sleep study ship source repair clean offer travel split close set order
    switch finance transfer test host stage board budget insure fund garden plant park train
    travel access advance balance bid brand bridge bundle care challenge charge chart check
    coach comfort command contract control cost credit cruise cure cycle damage date deed demand
    deposit display dispute document drive drop escape exchange exercise experience export
    extract face fence filter focus fuel gain gift grade graft group guide hand head heat hike
    hire house import increase influence insulate interest invoice issue judge label land lead
    level license licence light limit link list load lock log loss machine mail manufacture map
    mark mentor model monitor name network note notice number object outlet pack package partner
    permit phase photograph pilot place point post power practice practise price process produce
    profit program project promise prompt purchase push question quote race range rank rate
    reform refund release remedy report request rescue research reserve respect rest result
    return reward ride risk roll roof route rule sample scan schedule school score screen search
    seat service share shop showcase sort sound space speed sponsor spot spread staff stand
    stock store stream stress structure support surface surprise survey swap swim talk target
    tax team tile time tour track train treat trial trust value view visit voice volunteer vote
    wait walk wash watch water weld win wire wish wonder
    """
)
# With one of these prepositions behind them they are verbs all the same.
VERBS_WITH = {
    "move": frozenset({"to", "into", "from", "out", "in", "abroad", "away", "on", "back", "house"}),
    "plan": frozenset({"for", "ahead"}),
    "work": frozenset({"with", "for", "from", "less", "abroad", "together"}),
    "switch": frozenset({"to", "from", "off", "over"}),
    "change": frozenset({"to", "from", "jobs", "careers", "banks", "suppliers"}),
    "return": frozenset({"to"}),
    "upgrade": frozenset({"to", "from"}),
    "travel": frozenset({"to", "with", "more"}),
    "hand": frozenset({"over", "on", "down"}),
    "close": frozenset({"down"}),
    "scale": frozenset({"up", "down", "back"}),
    "split": frozenset({"up", "off"}),
    "set": frozenset({"up"}),
    "clean": frozenset({"up"}),
    "sort": frozenset({"out"}),
    "train": frozenset({"as", "for"}),
    "study": frozenset({"abroad"}),
    "talk": frozenset({"to"}),
    "wind": frozenset({"down", "up"}),
    "advertise": frozenset({"in", "on"}),
    "partner": frozenset({"with"}),
    "help": frozenset({"out"}),
    "start": frozenset({"again", "over", "up", "afresh"}),
    "exit": frozenset({"from"}),
    "shop": frozenset({"around"}),
    "shift": frozenset({"to"}),
    "rent": frozenset({"out"}),
    "file": frozenset({"for"}),
    "bid": frozenset({"for", "on"}),
    "trade": frozenset({"in", "up"}),
    "transfer": frozenset({"to"}),
    "object": frozenset({"to"}),
    "deal": frozenset({"with"}),
    "fight": frozenset({"for", "against", "off"}),
    "search": frozenset({"for"}),
    "slow": frozenset({"down", "up"}),
    "lay": frozenset({"off"}),
    "break": frozenset({"up", "into", "out", "away", "with"}),
    "spin": frozenset({"off", "out"}),
    "sign": frozenset({"up"}),
    "buy": frozenset({"out"}),
    "cash": frozenset({"in", "out"}),
    "pull": frozenset({"out"}),
    "roll": frozenset({"out", "over"}),
    "phase": frozenset({"out"}),
    "step": frozenset({"down", "back", "up"}),
    "back": frozenset({"up", "out"}),
    "draw": frozenset({"up", "down"}),
    "turn": frozenset({"around", "into"}),
    "cut": frozenset({"down", "back"}),
    "report": frozenset({"to"}),
    "campaign": frozenset({"for", "against"}),
    "compete": frozenset({"with", "against"}),
}
# Alone they are what somebody does, not what they look for.
VERBS_ALONE = frozenset(
    {
        "move",
        "study",
        "travel",
        "split",
        "scale",
        "close",
        "change",
        "export",
        "import",
        "exit",
    }
)
# What somebody is in the middle of, or thinks of.
INTENTIONS = listed(
    """
    hoping planning thinking considering wishing trying struggling worrying wondering expecting
    dreaming aiming intending preparing contemplating about ready keen eager interested unhappy
    tired fed stuck curious able unable willing due likely determined desperate unsure worried
    frustrated overwhelmed drowning short behind in new close nearing approaching facing going
    """
)
# Verbs of being and having, in the plain form: these tell of somebody, and nobody looks to do them.
STATES = frozenset({"want", "need", "have", "own", "hope", "wish", "struggle", "lack", "like"})
STATES |= {"love", "are", "expect", "deserve", "prefer", "dislike", "hate", "worry", "wonder"}
THIRD_STATES = frozenset({"wants", "needs", "has", "owns", "hopes", "wishes", "struggles", "lacks"})
THIRD_STATES |= {"likes", "loves", "is", "plans", "expects", "deserves", "prefers", "worries"}
THIRD_STATES |= {"dislikes", "hates", "thinks", "considers", "runs", "lives", "works", "wonders"}
# A clause in the past or future begins with one of these.
CLAUSE_STARTS = frozenset({"just", "recently", "soon", "currently", "will", "would", "can", "may"})
CLAUSE_STARTS |= {"might", "could", "should", "cannot", "can't", "don't", "doesn't", "do", "does"}
CLAUSE_STARTS |= {"still", "already", "no", "never"}

# Services and things in -ing that are looked for, not done.
THINGS_IN_ING = listed(
    """
    scaffolding bridging talking grazing fostering lettings staging accounting advertising
    banking bookkeeping branding briefing building catering childminding cleaning clothing
    coaching consulting conveyancing copywriting counselling counseling decking decorating
    dressmaking editing engineering fencing financing flooring funding furnishing gardening
    glazing hearing heating hosting housing insulating ironing joining landscaping lettering
    lighting lining listing manufacturing marketing mentoring nursing outing painting parking
    paving photocopying piping planning plastering plumbing printing processing programming
    proofreading publishing racking reading roofing screening signing sourcing staffing
    storytelling styling surfacing surveying tailoring teaching testing tiling training
    translating trucking tutoring typing upholstering videoing wedding welding wiring writing
    meeting dwelling
    """
)
# Nouns in -ing of which there can be two.
COUNTED_IN_ING = frozenset(
    [
        "building",
        "meeting",
        "wedding",
        "hearing",
        "listing",
        "outing",
        "painting",
        "dwelling",
        "briefing",
        "opening",
    ]
)
# What takes no article: it cannot be counted.
MASS = listed(
    """
    sheep oxen hay livestock firewood farmland irrigation insulation carpentry motivation rehab
    medication custody redress bandwidth footfall counsel exposure fertiliser fertilizer joinery
    honey cheese diesel relief loss surgery aid pain weight butter flour grain seed
    compost manure fuel oil rum whisky whiskey gin cider help advice support flow money
    insurance software hardware space land capital cover coverage funding finance staff
    equipment accommodation furniture information knowledge research feedback care childcare
    healthcare aftercare work business growth wealth health storage security safety legal cash
    credit debt income equity probate litigation mediation arbitration compensation insolvency
    liquidity publicity visibility continuity certainty clarity stability privacy protection
    supervision representation maintenance assistance compliance guidance governance conveyance
    freelance bread food wine beer coffee tea meat milk water electricity energy power gas heat
    light paper wood timber steel glass concrete sand gravel soil stone marble leather cloth
    fabric cotton linen silk wool traffic luggage transport logistics freight childminding
    homework music art therapy physiotherapy acupuncture massage yoga dentistry bookkeeping
    payroll succession planning permission parking broadband wifi internet machinery stock
    stationery packaging merchandise jewellery jewelry footwear clothing manpower labour labor
    talent expertise experience education tuition tutoring legislation treatment evidence proof
    justice peace quiet sunshine countryside scaffolding guttering cladding investment
    recruitment employment retirement bereavement surveillance photography videography catering
    architecture landscaping signage lighting translation interpretation renovation restoration
    construction installation automation digitisation digitization certification accreditation
    immigration emigration relocation taxation inheritance assurance reassurance
    """
)
# Nouns that look as if they could not be counted, and can.
COUNTED = listed(
    """
    locum shepherd sheepdog polytunnel borehole ewe skip laptop helpdesk app eulogy unicycle
    will return registration passport visa crew design divorce van roof boiler conservatory
    garage shed barn tractor trailer boat yacht horse pony dog cat puppy cottage chalet villa
    cabin studio stall booth tent marquee caravan campsite podcast newsletter brochure menu
    recipe dress suit cake harvester rise tree pond patio fence drive pension conversion upgrade
    extension valuation inspection solution location position mansion station foundation
    prescription subscription mission commission promotion pavilion question option decision
    apartment apprenticeship appointment agreement assessment statement document department
    placement settlement replacement instrument tournament payment garment partnership
    scholarship internship membership dealership franchise allowance ambulance entrance licence
    audience conference reference residence difference facility university opportunity community
    charity property city company activity annuity witness illness mechanism lease mortgage loan
    review audit move change plan lift contract claim job role house flat shop office home
    garden kitchen bathroom website logo brand partner quote deposit
    """
)
# Plurals without an s, and singulars with one.
PLURALS = listed(
    """
    people staff police children men women feet teeth mice geese premises savings earnings
    accounts taxes clothes goods alumni criteria media data folk cattle trousers glasses
    scissors contents headquarters
    """
)
SINGULARS = frozenset({"business", "process", "access", "gas", "bus", "campus", "virus", "bonus"})
SINGULARS |= {"lens", "analysis", "basis", "crisis", "thesis", "diagnosis", "physics", "logistics"}
SINGULARS |= {"news", "fitness", "wellness", "mattress", "dress", "address", "success", "canvas"}

# People by what they are or do: one of them.
PERSONS = listed(
    """
    shepherd locum farmhand rep techie citizen councilman consul godparent ot qs ned vp np dj vj
    passer-by citizen yorkshireman native accountant acupuncturist adviser advisor actor actress
    agent analyst apprentice architect artist assistant athlete attorney au-pair author baker
    banker barber barrister beautician bookkeeper boss bride bricklayer broker builder butcher
    buyer carer carpenter carer caterer celebrant chair chairman chairwoman chairperson chef
    chemist chiropodist chiropractor client climber coach colleague columnist commuter composer
    comedian conductor consultant contractor cook councillor councilor counsellor counselor
    couple customer dad dancer dealer dentist designer detective developer dietician dietitian
    director doctor doula driver drummer editor electrician employee employer engineer
    entrepreneur estate-agent examiner executive executor expat expert exporter family farmer
    father fellow financier firefighter fisherman florist founder franchisee franchisor
    freelancer friend funder gardener girlfriend boyfriend glazier goldsmith governor graduate
    grandmother grandfather grandparent groom guardian guest guide hairdresser hairstylist
    handyman head headhunter headmaster headmistress headteacher heir homeowner host hotelier
    householder housekeeper housemate husband illustrator importer influencer innkeeper
    instructor insurer interpreter investor jeweller jeweler joiner journalist judge juggler
    keyworker kinesiologist lady landlady landlord landowner landscaper lawyer leader
    leaseholder lecturer lender librarian locksmith lodger machinist magician maker man manager
    manufacturer marketer mason masseur masseuse mate mayor mechanic mediator member mentor
    merchant midwife milliner miller model mother mum mom mover musician nanny neighbour
    neighbor newcomer newlywed notary nurse nutritionist officer operator optician optometrist
    organiser organizer osteopath outfitter owner painter paralegal paramedic parent partner
    patient pensioner person pharmacist photographer physician physio physiotherapist pianist
    pilot planner plasterer player plumber podiatrist poet policeman policewoman politician
    postman potter presenter president printer producer professional professor programmer
    proprietor psychiatrist psychologist publican publisher pupil purchaser realtor receptionist
    recruiter rector refugee relative renter reporter representative researcher resident
    restaurateur retailer retiree rider roofer runner sailor salesman salesperson saleswoman
    scientist sculptor secretary seller senior shareholder shopkeeper shopper sibling signwriter
    singer sister brother smallholder soldier solicitor son daughter specialist speaker sponsor
    spouse squire stallholder starter steward stockist student stylist supervisor supplier
    surgeon surveyor tailor talker teacher teenager tenant therapist thinker tiler tourist
    trader tradesman trainee trainer translator traveller traveler treasurer trustee tutor twin
    undertaker upholsterer user vendor vet veterinarian vicar videographer vlogger volunteer
    waiter waitress wholesaler widow widower wife winemaker woman worker writer youngster ceo
    cfo cto coo cio cmo md gp pa va mp mep
    """
)
# Groups of people whose name does not say so by its end.
GROUPS = listed(
    """
    shepherds locums farmhands reps techies passers-by mothers-in-law fathers-in-law phds
    germans poles americans canadians australians italians spaniards swedes danes finns turks
    brits scots austrians belgians russians indians brazilians mexicans greeks romanians
    hungarians czechs ukrainians muslims christians jews hindus buddhists sikhs catholics
    protestants citizens people folk folks men women mums moms dads parents couples families
    children expats newlyweds singles seniors twentysomethings millennials boomers retirees
    professionals executives creatives clergy police staff alumni locals nationals individuals
    pensioners heads vips smes execs midwives housewives wives husbands chiefs chefs coaches
    nurses judges clients friends neighbours neighbors colleagues relatives entrepreneurs
    volunteers veterans students graduates residents tenants landlords landladies heirs hosts
    pilots vets widows orphans twins siblings celebrities natives immigrants migrants diabetics
    vegans vegetarians academics mechanics medics paramedics physios osteopaths doulas nannies
    au-pairs attorneys secretaries notaries beneficiaries representatives electricians musicians
    politicians physicians opticians technicians
    """
)
# Organisations: what somebody is at, not in.
ORGANISATIONS = listed(
    """
    ngo llp plc hmo llc b&b programme branch site lodge railway centre center deli dairy
    abattoir forge monastery podcast nunnery convent quarry depot hub company firm business
    practice trust agency school university college hospital clinic surgery charity club hotel
    restaurant cafe café pub bar shop store bank bakery brewery factory farm studio salon gym
    garage workshop start-up startup sme nonprofit non-profit church parish council association
    chamber cooperative co-op consultancy partnership dealership franchise foundation institute
    society theatre theater museum gallery library nursery kindergarten pharmacy laboratory lab
    plant mill mine port airport airline shipyard winery vineyard publisher newspaper magazine
    broadcaster station network group chain brand retailer wholesaler manufacturer supplier
    insurer developer ministry department authority embassy consulate union federation festival
    venue warehouse office corporation enterprise organisation organization team band orchestra
    choir
    """
)
# Trades and fields, which one is in.
TRADES = listed(
    """
    trade industry sector business world scene market field space law medicine finance insurance
    retail property tax hospitality healthcare education agriculture software tech construction
    manufacturing logistics tourism fashion beauty fitness sport sports media film music
    publishing design engineering it hr pr seo science pharma biotech food wine arts energy oil
    gas mining transport shipping aviation telecoms government politics sales estate defence
    defense security wellness leisure events weddings crafts horticulture dentistry farming
    catering wholesale
    """
)
PLACE_LEADS = listed(
    """
    in at around near within outside across from on inside throughout between north south east
    west
    """
)
