"""Words in names that are nobody's first name: titles, suffixes, particles, relations, firms."""

from refcli.domain.english.listed import listed

TITLES = listed(
    """
    doctor bishop archbishop ambassador president justice deacon vicar princess nurse mevrouw
    sra drs rt constable pc sensei mr mrs ms miss mx dr prof professor herr herrn frau fräulein
    dott dottor dottoressa ing dipl dipl.-ing dr.-ing mag rev revd reverend fr father pastor
    pfarrer rabbi imam hon capt captain col colonel maj gen general lt lieutenant sgt sergeant
    cpl cmdr commander admiral adm cllr councillor senator madame monsieur mme mlle señor señora
    signor signora sig dhr mevr doña sheikh sheik
    """
)
# With the first name behind them, not with the family name.
KNIGHTS = frozenset({"sir", "dame"})
NOBLES = frozenset({"lord", "lady", "baroness", "baron", "count", "countess"})
SUFFIXES = listed(
    """
    phd mba cpa md dds llm msc bsc ma ba jr sr esq ii iii iv cfa acca rn obe mbe cbe kc qc jp
    dphil frcs mrcp fca aca riba mrics jd llb med beng meng ceng pe cfp pmp
    """
)
PARTICLES = listed(
    """
    van von der den de del della di da do dos das du la le les ter ten zu zur zum af av bin ibn
    bint vom
    """
)
RELATIONS = listed(
    """
    great-aunt great-uncle great stepmother stepfather stepmum stepdad godmother godfather
    neighbour neighbor nephew niece mother-in-law father-in-law brother-in-law sister-in-law
    boss aunt auntie aunty uncle grandma grandpa granny grandad granddad nan nana gran cousin
    mum mom mummy dad daddy mama papa oma opa tante onkel sister brother big little old young
    """
)
# One of these makes a name a firm's or a body's.
FIRMS = listed(
    """
    women bni guild amis lions rotarians toastmasters network gmbh ltd limited
    inc llc llp ag kg co plc corp corporation sa srl bv oy ab bakery stadtwerke group club trust
    association society council committee foundation federation institute university college
    academy hospital clinic surgery pharmacy hotel restaurant café cafe studio studios agency
    consulting consultants consultancy services solutions systems partners associates sons bros
    brothers holdings ventures capital media dental legal architects solicitors accountants
    lawyers builders printers plumbers engineers estates properties homes gallery museum theatre
    orchestra choir union ministry department chamber rotary bookshop garage brewery winery
    kitchens windows motors logistics software technologies labs laboratories housing foods
    design designs solar board pricing tax energy electric electrical electronics plumbing heating
    roofing flooring carpentry joinery landscaping nurseries dairy logistik
    transport transports shipping freight haulage travel tours insurance insurances finance
    financial banking capitals wealth investments investment realty immobilien bau hausbau
    tiefbau metallbau holzbau elektro sanitär bäckerei metzgerei apotheke praxis kanzlei verein
    verband stiftung gesellschaft genossenschaft werke werkstatt druckerei verlag autohaus
    boulangerie cabinet société panificio officina azienda spin-off spinoff startup start-up
    schools parish theater cinema gym fitness yoga spa salon bookstore
    publishing publishers printing prints records productions films pictures events catering
    bistro pub diner deli eatery coffee roasters vineyards vineyard spirits
    fashion jewellers jewelry jewellery opticians optics vets veterinary physio physiotherapy
    dentistry orthodontics healthcare health pharma biotech telecom networks digital data analytics
    robotics engineering construction contractors contracting developments developers interiors
    furniture fixtures metals metal timber supplies supply trading traders imports
    exports international global worldwide enterprises enterprise industries manufacturing
    authority agency bureau embassy league team squad fc afc rfc coop co-op cooperative collective
    foundation charity hospice fund funds congregation synagogue mosque
    """
)
# Where the family name comes first, and a name begins with one of these.
FAMILY_FIRST = listed(
    """
    mao sato tan ng orbán orban bartók bartok nagy kovács kovacs tóth toth szabó szabo horváth
    horvath varga kiss molnár molnar németh nemeth farkas balogh papp takács takacs juhász
    juhasz lakatos mészáros meszaros oláh olah rácz racz fekete szilágyi szilagyi török fehér
    gál szűcs szucs kocsis orsós orsos pintér pinter fodor szalai sipos lukács lukacs gulyás
    gulyas biró király kiraly bognár bognar hegedűs hegedus halász halasz wang zhang liu chen
    huang zhao zhou xu sun zhu gao lin guo luo zheng liang xie song tang deng xiao feng cao peng
    zeng nguyen nguyễn tran trần pham phạm hoang phan vu dang bui choi jung kang cho yoon jang
    lim tanaka suzuki takahashi watanabe ito yamamoto nakamura kobayashi kato yoshida yamada
    sasaki matsumoto inoue kimura hayashi shimizu
    """
)

# Titles too, where a whole name follows; alone before one word they are first names.
TITLES_OR_NAMES = listed("judge major canon chef coach duke earl don prince dean baron")
GIVEN_LAST = listed(
    """
    viktor béla bela ferenc mária péter zsófia zsofia lászló laszlo istván istvan józsef jozsef
    jános janos zoltán zoltan gábor gabor attila tamás tamas ágnes agnes éva katalin ildikó
    ildiko zsuzsanna judit gyula sándor sandor mihály mihaly
    """
)
PLURAL_ENDS = listed(
    "parents grandparents family kids children sons daughters twins friends in-laws"
)
