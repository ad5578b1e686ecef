"""Closed word lists for the gazetteer bits; en, es, de, fr, nl, pt, it together."""

TITLES = """mr mrs ms miss mx dr doctor prof professor sir madam dame lord lady rev reverend father sister brother judge justice
 hon honourable honorable capt captain sgt sergeant lt lieutenant col colonel maj major gen general officer nurse agent senator
 attorney herr frau hr fr fräulein dipl ing mag señor señora señorita sr sra srta don doña dra lic monsieur madame mademoiselle
 m mme mlle me maître dhr mevr mw mevrouw meneer heer drs signor signora signorina sig dott dottore dottoressa avv ing geom
 senhor senhora dona doutor doutora eng engº""".split()

ORG_WORDS = """inc llc ltd limited plc corp corporation company co gmbh ag kg ohg ug mbh se sa sas sarl srl spa slu sl bv nv cv vof
 lda ltda eirl oy ab as asa aps pty llp lp group holding holdings partners associates bank insurance university college school
 hospital clinic institute foundation trust society association council ministry department agency committee commission union
 airlines airways pharmacy church museum labs laboratories studios media systems solutions technologies software consulting
 logistics services industries enterprises motors energy telecom foods pharma bakery dental clinic surgery practice
 versicherung bank sparkasse universität hochschule krankenhaus klinikum klinik stiftung verein amt ministerium gesellschaft
 apotheke werke stadtwerke gericht amtsgericht landgericht banco universidad hospital clínica instituto fundación ministerio
 ayuntamiento seguros juzgado asociación colegio société banque université hôpital clinique institut fondation ministère mairie
 assurances tribunal association lycée stichting ziekenhuis universiteit hogeschool gemeente vereniging rechtbank verzekeringen
 ministerie banca università ospedale istituto fondazione ministero comune assicurazioni tribunale associazione universidade
 hospital fundação ministério câmara seguros tribunal associação""".split()

STREET_WORDS = """street st road rd avenue ave lane ln drive dr court ct way close boulevard blvd place pl terrace crescent cres
 square sq parkway pkwy highway hwy circle cir trail route alley mews row walk gardens grove hill rise quay wharf
 straße strasse str weg platz gasse allee ring damm ufer chaussee markt
 calle avda avenida plaza paseo camino carrera cl ctra carretera ronda travesía glorieta
 rue allée chemin impasse quai cours route boulevard bd faubourg passage sentier
 straat laan weg plein gracht kade singel dreef steenweg
 rua avenida travessa praça largo alameda estrada rodovia
 via viale piazza corso vicolo largo piazzale strada lungomare box postbus postfach apartado bp caixa casella""".split()

UNIT_WORDS = """apt apartment unit suite ste flat floor fl room rm bldg building house block level box lot po piso puerta bajo
 escalera etage stock wohnung top whg hinterhaus étage appartement appt bâtiment bât résidence bus verdieping huis toev
 andar apto esq dto interno scala piano cedex""".split()

DATE_WORDS = """january february march april may june july august september october november december jan feb mar apr jun jul aug
 sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun today
 yesterday tomorrow tonight fortnight week weeks month months year years day days weekend spring summer autumn fall winter
 christmas easter morning afternoon evening quarter ago last next
 januar jänner februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
 heute gestern morgen woche wochen monat monate monaten jahr jahre tag tage tagen letzte letzten nächste nächsten vor
 enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre lunes martes miércoles
 jueves viernes sábado domingo hoy ayer mañana semana semanas mes meses año años día días pasado pasada próximo próxima hace
 janvier février mars avril juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi
 dimanche hier demain semaine semaines mois ans an jour jours dernier dernière prochain prochaine aujourd'hui
 januari februari maart mei augustus oktober maandag dinsdag woensdag donderdag vrijdag zaterdag zondag vandaag gisteren morgen
 week weken maand maanden jaar dag dagen vorige volgende geleden
 gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre lunedì martedì mercoledì giovedì venerdì sabato
 domenica oggi ieri domani settimana settimane mese mesi anno anni giorno giorni scorso scorsa prossimo prossima fa
 janeiro fevereiro março maio junho julho setembro outubro dezembro segunda terça quarta quinta sexta hoje ontem amanhã
 mês ano anos dia dias passado passada próximo há""".split()

NUMBER_WORDS = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
 eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million oh zero first second third
 fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth
 nineteenth twentieth thirtieth
 eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig
 hundert tausend uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta cuarenta
 cincuenta sesenta setenta ochenta noventa cien mil deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze
 seize vingt trente quarante cinquante soixante cent mille een twee drie vijf zes zeven negen tien twaalf twintig dertig veertig
 vijftig zestig zeventig tachtig negentig honderd duizend due tre quattro cinque sei sette otto nove dieci undici dodici venti
 trenta quaranta cinquanta sessanta settanta ottanta novanta cento dois duas três quatro sete oito dez onze doze vinte trinta
 quarenta cinquenta sessenta setenta oitenta noventa cem""".split()

JOB_WORDS = """accountant actor actress administrator advisor adviser agent analyst anesthesiologist architect artist assistant
 associate attorney auditor baker banker barber barista bartender bookkeeper broker builder butcher buyer captain cardiologist
 carpenter cashier caterer ceo cfo chairman chairwoman chef chemist cio cleaner clerk coach coder commissioner consultant
 contractor controller cook coordinator coo counsel counselor courier cto dean dentist dermatologist designer detective developer
 director dispatcher doctor driver economist editor electrician engineer estimator executive farmer firefighter fisherman
 foreman gardener geologist gp handler handyman hairdresser headteacher historian hygienist inspector instructor intern
 interpreter investigator janitor jeweler journalist judge laborer landlord lawyer lecturer librarian lieutenant lifeguard
 machinist magistrate manager marketer mason mechanic mechanic midwife musician nanny neurologist notary nurse nutritionist
 officer operator optician optometrist orthodontist painter paralegal paramedic pastor pathologist pediatrician pharmacist
 photographer physician physicist physiotherapist pilot planner plumber police porter postman practitioner president principal
 producer professor programmer psychiatrist psychologist radiographer radiologist realtor receptionist recruiter registrar
 representative researcher roofer sailor salesman salesperson scientist secretary seller sergeant server singer socialworker
 solicitor specialist statistician steward student stylist superintendent supervisor surgeon surveyor tailor teacher technician
 technologist teller therapist tiler trader trainer translator treasurer tutor underwriter veterinarian vet vp waiter waitress
 warden welder writer
 arzt ärztin anwalt anwältin rechtsanwalt rechtsanwältin ingenieur ingenieurin lehrer lehrerin krankenschwester pfleger
 pflegerin geschäftsführer geschäftsführerin buchhalter buchhalterin sachbearbeiter sachbearbeiterin verkäufer verkäuferin
 kaufmann kauffrau elektriker mechaniker mechatroniker schreiner tischler maurer bäcker koch köchin kellner kellnerin fahrer
 fahrerin richter richterin notar notarin berater beraterin entwickler entwicklerin leiter leiterin assistent assistentin
 techniker technikerin apotheker apothekerin zahnarzt zahnärztin erzieher erzieherin hausmeister polizist polizistin
 médico médica abogado abogada ingeniero ingeniera maestro maestra profesor profesora enfermero enfermera contable gerente
 director directora vendedor vendedora electricista mecánico carpintero albañil panadero cocinero cocinera camarero camarera
 conductor conductora juez jueza notario notaria consultor consultora desarrollador técnico técnica farmacéutico farmacéutica
 secretaria secretario arquitecto arquitecta periodista fontanero peluquero peluquera jefe jefa
 médecin avocat avocate ingénieur ingénieure professeur professeure infirmier infirmière comptable gérant gérante directeur
 directrice vendeur vendeuse électricien mécanicien menuisier maçon boulanger boulangère cuisinier cuisinière serveur serveuse
 chauffeur juge notaire conseiller conseillère développeur développeuse technicien technicienne pharmacien pharmacienne
 secrétaire architecte journaliste plombier coiffeur coiffeuse chef
 arts advocaat ingenieur leraar lerares verpleegkundige boekhouder directeur verkoper verkoopster elektricien monteur timmerman
 metselaar bakker kok ober chauffeur rechter notaris adviseur ontwikkelaar technicus apotheker secretaresse architect loodgieter
 kapper manager tandarts huisarts
 medico avvocato avvocata ingegnere insegnante infermiere infermiera contabile ragioniere direttore direttrice commesso commessa
 elettricista meccanico falegname muratore panettiere cuoco cuoca cameriere cameriera autista giudice notaio consulente
 sviluppatore tecnico farmacista segretaria architetto giornalista idraulico parrucchiere
 advogado advogada engenheiro engenheira professor enfermeiro enfermeira contador contadora contabilista eletricista mecânico
 carpinteiro pedreiro padeiro cozinheiro cozinheira motorista juiz juíza tabelião desenvolvedor técnico farmacêutico arquiteto
 jornalista encanador cabeleireiro""".split()

NOT_JOBS = {"general", "head", "hand", "man", "woman", "person", "iii", "ii", "i", "care", "control", "services", "development",
            "operations", "sales", "service", "management", "marketing", "business", "design", "research", "work", "lead",
            "member", "team", "human", "resources", "member", "security", "one", "two", "level", "master", "maker", "setter"}

JOB_MODIFIERS = set("""senior junior chief lead head staff principal assistant associate deputy vice general regional national
 financial finance marketing sales software hardware data systems system network security project product program account
 accounts business human office executive legal medical clinical dental nursing registered licensed civil mechanical electrical
 chemical industrial operations customer support service technical research quality production warehouse store shift team
 branch area field construction property real insurance claims credit loan bank investment tax audit payroll purchasing supply
 logistics transport delivery truck bus taxi school primary high special art music science english language math physical
 occupational speech mental social community youth child care home health public police fire flight web graphic interior fashion
 video film news copy content brand media communications public information database cloud front back full machine""".split())

NATIONALITIES = """american british english scottish welsh irish canadian australian german austrian swiss french belgian dutch
 spanish portuguese italian greek turkish polish czech slovak hungarian romanian bulgarian serbian croatian bosnian slovenian
 albanian macedonian russian ukrainian belarusian lithuanian latvian estonian finnish swedish norwegian danish icelandic maltese
 cypriot georgian armenian azerbaijani kazakh uzbek chinese japanese korean vietnamese thai filipino indonesian malaysian
 singaporean indian pakistani bangladeshi nepali nepalese burmese cambodian laotian mongolian afghan iranian persian
 iraqi syrian lebanese jordanian israeli palestinian egyptian moroccan algerian tunisian libyan sudanese ethiopian eritrean
 somali kenyan ugandan tanzanian rwandan congolese nigerian ghanaian ivorian senegalese malian cameroonian angolan mozambican
 zimbabwean zambian namibian mexican guatemalan honduran salvadoran nicaraguan panamanian cuban dominican haitian jamaican
 trinidadian colombian venezuelan ecuadorian peruvian bolivian chilean argentine argentinian uruguayan paraguayan brazilian
 hispanic latino latina caucasian asian african european arab kurdish jewish muslim christian catholic protestant hindu
 buddhist sikh americans germans italians russians indians mexicans canadians australians brit brits scot scots frenchman
 englishman irishman dutchman
 deutsch deutsche deutscher deutschen österreichisch österreicher österreicherin schweizer schweizerin französisch franzose
 französin italienisch italiener italienerin spanisch spanier spanierin portugiesisch türkisch türke türkin polnisch pole polin
 russisch ukrainisch ukrainer ukrainerin griechisch britisch amerikanisch kroatisch serbisch rumänisch syrisch
 español española españoles alemán alemana francés francesa italiano italiana portugués portuguesa inglés inglesa británico
 británica estadounidense mexicano mexicana argentino argentina colombiano colombiana peruano peruana chileno chilena
 venezolano venezolana ecuatoriano ecuatoriana boliviano boliviana cubano cubana marroquí rumano rumana chino china
 français française allemand allemande espagnol espagnole italien italienne portugais portugaise anglais anglaise belge suisse
 néerlandais néerlandaise marocain marocaine algérien algérienne tunisien tunisienne sénégalais sénégalaise polonais polonaise
 nederlandse nederlander duitse duitser belgische franse spaanse italiaanse turkse marokkaanse poolse britse surinaamse
 tedesco tedesca francese spagnolo spagnola inglese portoghese rumeno rumena marocchino marocchina albanese
 português brasileiro brasileira alemão alemã francês espanhol espanhola inglês angolano angolana moçambicano
 moçambicana cabo-verdiano""".split() + ["south african", "sri lankan", "new zealander", "saudi arabian", "puerto rican",
                                       "costa rican", "native american", "african american", "south korean", "north korean"]

REGIONS = """usa us uk uae england scotland wales britain europe asia africa america oceania antarctica deutschland österreich
 schweiz frankreich spanien italien españa francia alemania suisse belgique allemagne espagne italie nederland belgië duitsland
 brasil portugal italia bayern hessen sachsen niedersachsen andalucía cataluña galicia bretagne normandie provence toscana
 lombardia vlaanderen wallonië""".split() + ["north rhine-westphalia", "great britain", "northern ireland",
 "united states of america", "south america", "north america", "central america", "middle east", "latin america",
 "vereinigte staaten", "estados unidos", "états-unis", "reino unido", "royaume-uni", "verenigde staten", "paesi bassi",
 "baden-württemberg", "nordrhein-westfalen", "rheinland-pfalz", "île-de-france"]
