"""Values for the slots of the templates: invented persons, places, companies, addresses, dates, jobs."""
import collections
import csv
import json
import re

LABEL = {"P": "person", "PF": "person", "PL": "person", "PT": "person", "PU": "person", "PU2": "person", "SP": "person",
         "O": "organization", "L": "location", "C": "location", "R": "location", "A": "address", "AS": "address",
         "AM": "address", "D": "date", "DM": "date", "DB": "date", "J": "job-title", "N": "nationality", "G": "age", "GN": "age",
         "ndate": "?", "N2": "?", "email": "?", "time": "?"}

LOCALES = {"en": ["en", "en_AU", "en_GH", "en_IN", "en_NG", "en_ZA"], "es": ["es", "es_MX"], "de": ["de", "de_AT", "de_CH"],
           "fr": ["fr", "fr_BE", "fr_CH", "fr_SN"], "nl": ["nl", "nl_BE"], "pt": ["pt_BR", "pt_PT"], "it": ["it"]}
COUNTRIES = {"en": "US US US GB GB IE CA AU NZ".split(), "es": "ES ES MX AR CO".split(), "de": "DE DE AT CH".split(),
             "fr": "FR FR BE CH CA".split(), "nl": "NL NL BE".split(), "pt": "PT BR".split(), "it": ["IT"]}

MONTHS = {"en": "January February March April May June July August September October November December",
          "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
          "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
          "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
          "nl": "januari februari maart april mei juni juli augustus september oktober november december",
          "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
          "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"}
MONTHS = {k: v.split() for k, v in MONTHS.items()}
DAYS = {"en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday", "es": "lunes martes miércoles jueves viernes sábado domingo",
        "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag", "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag", "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
        "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica"}
DAYS = {k: v.split() for k, v in DAYS.items()}
RELATIVE = {
    "en": "yesterday;today;tomorrow;last week;next week;last month;next month;last year;next year;two weeks ago;three days ago;a month ago;the day before yesterday;this morning;this weekend;last weekend;in two weeks;last summer;last spring;next fall;a year ago;six months ago;ten days ago;a couple of weeks ago;over the weekend;the day after tomorrow;last night",
    "es": "ayer;hoy;mañana;la semana pasada;la próxima semana;el mes pasado;el mes que viene;hace dos semanas;hace tres días;anteayer;el año pasado;pasado mañana",
    "de": "gestern;heute;morgen;letzte Woche;nächste Woche;vorgestern;übermorgen;letzten Monat;nächsten Monat;vor zwei Wochen;vor drei Tagen;letztes Jahr;am Wochenende",
    "fr": "hier;aujourd'hui;demain;la semaine dernière;la semaine prochaine;le mois dernier;le mois prochain;il y a deux semaines;il y a trois jours;avant-hier;après-demain;l'année dernière",
    "nl": "gisteren;vandaag;morgen;vorige week;volgende week;vorige maand;volgende maand;twee weken geleden;drie dagen geleden;eergisteren;overmorgen;vorig jaar",
    "pt": "ontem;hoje;amanhã;na semana passada;na próxima semana;no mês passado;há duas semanas;há três dias;anteontem;no ano passado",
    "it": "ieri;oggi;domani;la settimana scorsa;la prossima settimana;il mese scorso;due settimane fa;tre giorni fa;l'altro ieri;dopodomani;l'anno scorso"}
RELATIVE = {k: v.split(";") for k, v in RELATIVE.items()}
ORD = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ONES = "one two three four five six seven eight nine".split()

SUFFIX = {"en": "Inc;LLC;Ltd;Corp;Group;PLC;Inc.;Ltd.;& Co;Co.;Holdings;LLP;Limited;Pty Ltd", "es": "S.A.;S.L.;SL;SA;e Hijos;S. de R.L.",
          "de": "GmbH;AG;KG;GmbH & Co. KG;e.V.;UG;OHG;SE", "fr": "SA;SARL;SAS;& Fils;S.A.;EURL", "nl": "BV;B.V.;NV;V.O.F.;& Zonen",
          "pt": "Lda;Lda.;S.A.;Ltda;& Filhos", "it": "S.p.A.;S.r.l.;SpA;srl;& Figli"}
SUFFIX = {k: v.split(";") for k, v in SUFFIX.items()}
BUSINESS = {
    "en": "Bank;Insurance;Logistics;Consulting;Foods;Software;Systems;Pharmacy;Motors;Energy;Telecom;Partners;Clinic;Solutions;Dental;Plumbing;Medical Center;Law Group;Realty;Construction;Technologies;Airlines;Health;Media;Electric;Capital;Builders;Bakery;Labs;Associates;Veterinary Clinic;Financial;Manufacturing;Credit Union",
    "es": "Seguros;Logística;Consultores;Alimentos;Sistemas;Farmacia;Motor;Energía;Abogados;Construcciones;Asesores", "de": "Versicherung;Logistik;Bau;Apotheke;Systeme;Energie;Maschinenbau;Elektrotechnik;Autohaus;Bäckerei;Consulting;Software",
    "fr": "Assurances;Logistique;Conseil;Pharmacie;Transports;Énergie;Bâtiment;Immobilier;Boulangerie;Avocats", "nl": "Verzekeringen;Logistiek;Bouw;Apotheek;Advies;Energie;Transport;Techniek;Makelaars",
    "pt": "Seguros;Logística;Consultoria;Alimentos;Farmácia;Energia;Construções;Transportes;Advogados", "it": "Assicurazioni;Logistica;Consulenza;Farmacia;Trasporti;Energia;Costruzioni;Alimentari"}
BUSINESS = {k: v.split(";") for k, v in BUSINESS.items()}
PLACE_ORG = {
    "en": "{} University;University of {};{} General Hospital;{} City Council;{} High School;{} Police Department;Bank of {};{} Medical Center;{} Public Library;{} Airport;{} Chamber of Commerce;St. {}'s Hospital;{} Community College;{} School District;Royal {} Infirmary;{} County Court;{} United;{} Museum of Art",
    "es": "Universidad de {};Hospital General de {};Ayuntamiento de {};Banco de {};Instituto {};Juzgado de {}", "de": "Universität {};Universitätsklinikum {};Stadtwerke {};Sparkasse {};Amtsgericht {};Landgericht {};Stadt {};Gymnasium {};Krankenhaus {}",
    "fr": "Université de {};Hôpital de {};CHU de {};Mairie de {};Banque de {};Tribunal de {};Lycée {}", "nl": "Universiteit van {};Ziekenhuis {};Gemeente {};Rechtbank {};Politie {}",
    "pt": "Universidade de {};Hospital de {};Câmara Municipal de {};Banco de {};Tribunal de {}", "it": "Università di {};Ospedale di {};Comune di {};Banca di {};Tribunale di {}"}
PLACE_ORG = {k: v.split(";") for k, v in PLACE_ORG.items()}
MADE = "Nor Vel Tri Quan Lum Ax Zen Syn Cor Mer Alt Bri Cy Del Ever Fin Glo Hex In Kin Lo Max Neo Om Pro Ri Sol Ter Uni Vi".split()
MADE2 = "tec data soft via nix tra lia cor dyne ware wise link sys gen meda fin plex nova tron ly ora ista".split()
ACRO = "ABCDEFGHIKLMNPRSTVW"

STREETS = {"en": "Main;Oak;Park;Church;High;Maple;Elm;Station;King;Queen;Mill;Lake;Hill;Cedar;Washington;Victoria;Green;Chestnut;River;School;Manor;London;Spring;Market;Sunset;Pine;2nd;3rd;5th;42nd;West 14th;North 7th;E 9th;Walnut;Birch;Willow;Highland;Jefferson;Bridge;Grange;St John's;Old Mill;Forest;Meadow;Orchard",
           "de": "Haupt;Bahnhof;Garten;Schul;Berg;Kirch;Wald;Linden;Goethe;Schiller;Mozart;Rosen;Wiesen;Markt;Mühlen;Birken", "es": "Mayor;Real;del Sol;de la Constitución;San Juan;Cervantes;Colón;de Alcalá;Gran Vía;Nueva;de la Paz;Olivo",
           "fr": "de la République;Victor Hugo;de la Gare;des Lilas;du Moulin;de l'Église;Pasteur;Jean Jaurès;des Écoles;Saint-Michel;de Paris", "nl": "Kerk;Dorps;School;Molen;Nieuw;Stations;Wilhelmina;Julianal;Prins Hendrik;Linden;Beuken",
           "pt": "da Liberdade;das Flores;Augusta;do Carmo;25 de Abril;de São Paulo;da República;Sete de Setembro;do Sol", "it": "Roma;Garibaldi;Mazzini;Dante;Verdi;della Repubblica;dei Mille;San Marco;Cavour;Nazionale"}
STREETS = {k: v.split(";") for k, v in STREETS.items()}
EN_SUF = "Street;Road;Avenue;Lane;Drive;Court;Way;Close;Boulevard;Place;St;Rd;Ave;Blvd;Terrace;Crescent;St.;Ave.;Dr;Ln;Ct;Parkway;Square;Circle;Rd.;Trail;Grove;Gardens;Mews;Highway;Hwy;Pl".split(";")
EN_ENDED = "Broadway;The Green;Kingsway;Strand;Piccadilly".split(";")
STATES = "AL AK AZ CA CO CT FL GA IL IN KS KY MA MD ME MI MN MO NC NJ NM NV NY OH OK OR PA TN TX UT VA WA WI".split()

NATION = {"en": "American British English Scottish Welsh Irish Canadian Australian German Austrian Swiss French Belgian Dutch Spanish Portuguese Italian Greek Turkish Polish Czech Hungarian Romanian Bulgarian Serbian Croatian Russian Ukrainian Lithuanian Latvian Finnish Swedish Norwegian Danish Chinese Japanese Korean Vietnamese Thai Filipino Indonesian Malaysian Indian Pakistani Bangladeshi Nepali Iranian Iraqi Syrian Lebanese Jordanian Israeli Palestinian Egyptian Moroccan Algerian Tunisian Sudanese Ethiopian Eritrean Somali Kenyan Ugandan Nigerian Ghanaian Senegalese Cameroonian Mexican Guatemalan Salvadoran Cuban Dominican Haitian Jamaican Colombian Venezuelan Ecuadorian Peruvian Bolivian Chilean Argentinian Brazilian".split() + ["South African", "Sri Lankan", "Puerto Rican", "Costa Rican", "New Zealander", "Saudi Arabian"],
          "es": "española español mexicana argentino colombiana peruano chilena venezolana marroquí rumana italiana francesa alemana portuguesa ecuatoriana boliviana cubana".split(), "de": "deutsche österreichische türkische polnische italienische spanische französische syrische ukrainische russische kroatische rumänische griechische serbische".split(),
          "fr": "française belge suisse marocaine algérienne tunisienne sénégalaise italienne espagnole portugaise allemande polonaise canadienne".split(), "nl": "Nederlandse Belgische Duitse Turkse Marokkaanse Poolse Surinaamse Franse Italiaanse Syrische".split(),
          "pt": "portuguesa brasileira angolana moçambicana cabo-verdiana espanhola francesa italiana".split(), "it": "italiana francese tedesca spagnola rumena albanese marocchina ucraina".split()}
JOBS = {"es": "enfermera;abogado;ingeniero de software;profesora de primaria;contable;director comercial;camarero;electricista;médico;conductora de autobús;arquitecta;administrativo;jefe de proyecto;dependienta;farmacéutica",
        "de": "Krankenschwester;Rechtsanwalt;Softwareentwickler;Lehrerin;Buchhalter;Geschäftsführer;Vertriebsleiterin;Elektriker;Ärztin;Busfahrer;Architektin;Sachbearbeiter;Projektleiter;Verkäuferin;Bürokauffrau;Mechatroniker;Erzieherin;Steuerberater",
        "fr": "infirmière;avocat;ingénieur logiciel;professeur des écoles;comptable;directeur commercial;serveur;électricien;médecin;chauffeur de bus;architecte;assistante administrative;chef de projet;vendeuse;pharmacien",
        "nl": "verpleegkundige;advocaat;softwareontwikkelaar;leraar;boekhouder;verkoopleider;elektricien;huisarts;buschauffeur;architect;projectleider;verkoopster;apotheker;directeur",
        "pt": "enfermeira;advogado;engenheiro de software;professora;contabilista;diretor comercial;eletricista;médico;motorista;arquiteta;gestor de projetos;vendedora;farmacêutico",
        "it": "infermiera;avvocato;ingegnere informatico;insegnante;ragioniere;direttore commerciale;elettricista;medico;autista;architetto;responsabile di progetto;commessa;farmacista"}
JOBS = {k: v.split(";") for k, v in JOBS.items()}
QUOTES = "We are very pleased;Nobody expected this;It was a long day;The work will go on;There is more to come;I can't comment".split(";")
PRODUCTS = "Windows;Outlook;Excel;Photoshop;Chrome;Firefox;Android;Linux;Python;Postgres;Redis;Kafka;Grafana;Jira;Teams;Visual Studio;Kubernetes;Terraform;Elasticsearch;Safari;iPhone;Galaxy;Word;PowerPoint;Zoom;Slack;Docker;Git;Node;React;Angular;Spring Boot;Hadoop;Spark;Bluetooth;Salesforce".split(";")
ERRS = "Connection refused;Object reference not set to an instance of an object;Index out of range;Timeout expired;Access denied;File not found;Invalid argument;Out of memory;Unexpected end of input;Certificate has expired;disk quota exceeded;broken pipe".split(";")
ACRONYMS = "JSON CSV XML HTML PDF URL HTTP HTTPS SSH FTP API SDK CPU GPU RAM ROM USB SSD LAN VPN DNS TCP UDP IP EOF OSError ENOSPC LZMA ZIP TAR GPL MIT BSD LGPL SQL UTF ASCII UTC GMT PIN OTP SMS MMS FAQ KPI ROI SLA ETA ASAP FYI EOD OK TBD DIY VAT IBAN BIC SWIFT MRI CT ECG EKG CBC BMI COPD GERD HIV DNA RNA ICU ER IV PO BID PRN NKDA ADHD PTSD CCTV GPS LED LCD HDMI PNG JPEG MP3 MP4 ONNX CLI GUI IDE JVM ORM YAML TOML".split()
WORDS = "user order payment cache session queue request response handler client server config parser buffer index token stream worker report item value count total state event message file path query table column batch job task".split()


class Values:
    def __init__(self, src, rng):
        self.r = rng
        faker = json.load(open(f"{src}/faker.json"))
        self.first, self.last = {}, {}
        for k, d in faker.items():
            if k in ("base", "en_BORK", "eo", "en_AU_ocker"):
                continue
            f = [x for x in set(d["first"]) if ord(x[0]) < 0x250]
            l = [x for x in set(d["last"]) if ord(x[0]) < 0x250]
            if f and l:
                self.first[k], self.last[k] = sorted(f), sorted(l)
        csvs = {}
        for name, col in (("forenames", "first"), ("surnames", "last")):
            by = collections.defaultdict(list)
            for r in csv.DictReader(open(f"{src}/{name}.csv", encoding="utf-8-sig")):
                n = r["Romanized Name"] or r["Localized Name"]
                if n and ord(n[0]) < 0x250:
                    by[r["Country"]].append(n)
            csvs[col] = by
        for c in csvs["first"]:
            if c in csvs["last"]:
                self.first["c_" + c], self.last["c_" + c] = csvs["first"][c], csvs["last"][c]
        self.all = sorted(self.first)
        self.lang = {k: [x for x in v if x in self.first] for k, v in LOCALES.items()}
        for lang, cs in COUNTRIES.items():
            self.lang[lang] += ["c_" + c for c in sorted(set(cs)) if "c_" + c in self.first]
        cities = json.load(open(f"{src}/cities.json"))
        self.cities = collections.defaultdict(list)
        self.world = []
        for name, country, pop, *_ in cities:
            if all(ord(c) < 0x250 for c in name) and not re.search(r"[()/\d]", name):
                if pop > 5000:
                    self.cities[country].append(name)
                if pop > 150000:
                    self.world.append(name)
        self.country = {k: sorted({x for x in faker[{"pt": "pt_BR"}.get(k, k)]["country"] if isinstance(x, str) and len(x) < 25})
                        for k in LOCALES}
        with open(f"{src}/organizations.json", encoding="utf-8") as f:
            self.organizations = json.load(f)
        self.states = [s for k in ("en", "en_AU", "en_CA", "en_GB") for s in faker[k]["state"]]
        en = faker["en"]
        self.jobs = [f"{d} {a} {t}" for d in en["jobDesc"] for a in en["jobArea"] for t in en["jobType"]]
        jt = [l.strip() for l in open(f"{src}/job-titles.txt", encoding="utf-8")]
        self.jobs2 = [t for t in jt if 1 <= len(t.split()) <= 3 and re.fullmatch("[a-z ]+", t)
                      and re.search("(er|or|ist|ian|ant|ent|ive|man|nurse|clerk|chef|pilot|attorney|analyst|assistant)$", t)]
        self.plain = """nurse teacher accountant lawyer engineer plumber electrician carpenter chef waiter driver farmer dentist doctor
 pharmacist architect designer developer manager secretary receptionist cashier mechanic pilot surgeon therapist librarian
 journalist translator barista paralegal realtor welder roofer""".split()
        self.jobs3 = """registered nurse;software engineer;project manager;sales manager;truck driver;police officer;high school teacher;
office manager;data analyst;product manager;human resources manager;chief executive officer;CEO;CTO;CFO;vice president of sales;
head of marketing;senior accountant;dental hygienist;social worker;bus driver;real estate agent;store manager;general practitioner;
physical therapist;senior software engineer;Director of Operations;VP Engineering;attorney at law;customer service representative;
marketing director;account executive;electrical engineer;civil engineer;nurse practitioner;warehouse worker;team lead;
research assistant;professor of chemistry;flight attendant;security guard;hairdresser;QA tester;DevOps engineer""".replace("\n", "").split(";")

    # persons
    def locale(self, lang):
        r = self.r.random()
        if r < (0.5 if lang == "en" else 0.7):
            return self.r.choice(self.lang[lang])
        return self.r.choice(self.all)

    def PF(self, lang):
        f = self.r.choice(self.first[self.locale(lang)])
        if self.r.random() < 0.05:
            f += self.r.choice(["-", " "]) + self.r.choice(self.first[self.locale(lang)])
        return f

    def PL(self, lang):
        k = self.locale(lang)
        l = self.r.choice(self.last[k])
        x = self.r.random()
        if x < 0.06:
            l += "-" + self.r.choice(self.last[k])
        elif x < 0.09:
            l = self.r.choice(["van der", "de", "von", "Mc", "O'", "de la", "Mac", "di", "El", "van", "al-", "bin", "St.", "Fitz"]) + \
                (" " if x < 0.08 else "") + l
            l = re.sub(r"(Mc|O'|Mac|al-|Fitz) ", r"\1", l)
        return l

    def PI(self, lang):
        return self.r.choice("ABCDEFGHJKLMNPRSTW")

    def P(self, lang):
        k = self.locale(lang)
        f, l = self.r.choice(self.first[k]), self.r.choice(self.last[k])
        if self.r.random() < 0.08:
            l = self.PL(lang)
        if self.r.random() < 0.08:
            f = self.PF(lang)
        x = self.r.random()
        if lang in ("es", "pt") and x < 0.35:
            return f"{f} {l} {self.r.choice(self.last[k])}"
        if x < 0.62:
            return f"{f} {l}"
        if x < 0.70:
            return f
        if x < 0.74:
            return f"{l}, {f}"
        if x < 0.80:
            return f"{f} {self.PI(lang)}{self.r.choice(['.', '.', ''])} {l}"
        if x < 0.84:
            return f"{f[0]}{self.r.choice(['. ', '.', ' '])}{l}"
        if x < 0.86:
            return f"{f[0]}.{self.r.choice(['', ' '])}{self.PI(lang)}. {l}"
        if x < 0.91:
            return f"{f} {self.r.choice(self.first[k])} {l}"
        if x < 0.94:
            return f"{l} {f}"
        if x < 0.96:
            return f"{f} {l} {self.r.choice(['Jr.', 'Jr', 'III', 'II', 'Sr.'])}"
        return f"{f} {self.PL(lang)}"

    def PT(self, lang):
        t = {"en": "Mr. Mrs. Ms. Dr. Mr Mrs Ms Dr Miss Prof. Professor Sister Judge Sgt. Nurse", "es": "Sr. Sra. Dr. Dra. D. Doña don doña",
             "de": "Herr Frau Dr. Prof. Herrn", "fr": "M. Mme Mlle Dr Monsieur Madame", "nl": "dhr. mevr. meneer mevrouw dr.",
             "pt": "Sr. Sra. Dr. Dra. dona", "it": "Sig. Sig.ra Dott. Dott.ssa Avv. signor signora"}[lang].split()
        return self.r.choice(t) + "\x01" + (self.PL(lang) if self.r.random() < 0.7 else self.PF(lang) + " " + self.PL(lang))

    def PU(self, lang):
        return self.PL(lang).upper()

    def PU2(self, lang):
        return self.PF(lang).upper()

    def SP(self, lang):
        n = re.sub(r"[^A-Za-z]", "", self.PL(lang))[:10] or "Smith"
        x = self.r.random()
        return "-".join(n.upper()) if x < 0.5 else " ".join(n.lower()) if x < 0.85 else " ".join(n.upper())

    # organizations and places
    def O(self, lang):
        if self.r.random() < (0.2 if lang == "en" else 0.05):
            return self.known()
        n, x = self.PL(lang), self.r.random()
        if x < 0.2:
            return f"{n} {self.r.choice(SUFFIX[lang])}"
        if x < 0.28:
            return f"{n} {self.r.choice(['and', '&', '&', '-', '+'])} {self.PL(lang)}".replace(" - ", "-")
        if x < 0.34:
            return f"{n}, {self.PL(lang)} {self.r.choice(['and', '&'])} {self.PL(lang)}"
        if x < 0.52:
            return self.r.choice(PLACE_ORG[lang]).format(self.L(lang))
        if x < 0.68:
            s = f"{n} {self.r.choice(BUSINESS[lang])}"
            return s + (" " + self.r.choice(SUFFIX[lang]) if self.r.random() < 0.3 else "")
        if x < 0.78:
            return f"{self.L(lang)} {self.r.choice(BUSINESS[lang])}"
        if x < 0.92:
            s = self.r.choice(MADE) + self.r.choice(MADE2)
            y = self.r.random()
            return s if y < 0.45 else f"{s} {self.r.choice(SUFFIX[lang])}" if y < 0.75 else f"{s} {self.r.choice(BUSINESS[lang])}"
        s = "".join(self.r.choice(ACRO) for _ in range(self.r.randint(3, 4)))
        return s if x < 0.95 else f"{s} {self.r.choice(SUFFIX[lang] + BUSINESS[lang])}"

    def known(self):
        """A company or school that exists, as people write it."""
        o = self.r.choice(self.organizations["companies" if self.r.random() < 0.6 else "schools"])
        if self.r.random() < 0.5:
            o = re.sub(r",? (Inc|Corporation|Corp|Company|Group|Holdings|Ltd|plc|Co)\.?$", "", o)
        return o

    def L(self, lang):
        x = self.r.random()
        if x < 0.65:
            return self.r.choice(self.cities[self.r.choice(COUNTRIES[lang])])
        if x < 0.95 or lang != "en":
            return self.r.choice(self.world)
        return self.r.choice(self.states)

    def C(self, lang):
        x = self.r.random()
        if lang == "en" and x < 0.25:
            return self.r.choice(["USA", "UK", "the UK", "the US", "US", "U.S.", "England", "Scotland", "Wales", "America"]).replace("the ", "")
        return self.r.choice(self.country[lang])

    R = L

    # addresses
    def street(self, lang):
        r = self.r
        if r.random() < 0.06:
            return self.abroad()
        if lang == "en" and r.random() < 0.10:
            return self.street(r.choice(list(STREETS)))
        n = str(r.randint(1, r.choice([40, 200, 9999 if lang == "en" else 250])))
        name = r.choice(STREETS[lang]) if r.random() < 0.5 else r.choice(self.last[r.choice(self.lang[lang])])
        if lang == "en":
            if r.random() < 0.05:
                return r.choice([f"PO Box {n}", f"P.O. Box {n}", f"{r.choice(['RR', 'Rural Route'])} {r.randint(1, 9)} Box {n}"])
            if r.random() < 0.08:
                name = f"{r.choice(['N', 'S', 'E', 'W', 'North', 'South', 'East', 'West', 'NW', 'SE'])} {name}"
            if r.random() < 0.06:
                name += " " + r.choice(["Hill", "Creek", "Valley", "Park", "View", "Farm"])
            s = f"{n}{r.choice(['', '', '', '', '', 'A', 'b', '-' + str(r.randint(2, 60))])} {name} {r.choice(EN_SUF)}"
            if r.random() < 0.03:
                s = f"{n} {r.choice(EN_ENDED)}"
            if r.random() < 0.22:
                u = r.choice([f"Apt {r.randint(1, 99)}", f"Apt. {r.randint(1, 30)}{r.choice('ABCD')}", f"Suite {r.randint(100, 999)}", f"Unit {r.randint(1, 60)}",
                              f"#{r.randint(1, 400)}", f"Floor {r.randint(1, 30)}", f"Ste {r.randint(1, 400)}"])
                s += r.choice([", ", " "]) + u
            elif r.random() < 0.08:
                s = r.choice([f"Flat {r.randint(1, 40)}", f"Unit {r.randint(1, 40)}", f"Apartment {r.randint(1, 40)}", f"{name} House", "Rose Cottage", f"c/o {self.P('en')}"]) + ", " + s
            return s
        if lang == "de":
            s = (name + r.choice(["straße", "str.", "weg", "gasse", "allee", "platz", "ring", "strasse"]) if r.random() < 0.75 else
                 r.choice([f"{name}-Straße", f"Am {name}berg", f"An der {name}brücke", f"Straße des Friedens", f"{name}er Straße", f"Im {name}grund"]))
            return f"{s} {n}{r.choice(['', '', '', 'a', 'b', '-' + str(r.randint(2, 90))])}" if r.random() < 0.95 else f"Postfach {n}"
        if lang == "es":
            s = f"{r.choice(['Calle', 'C/', 'Avenida', 'Avda.', 'Plaza', 'Paseo', 'Camino', 'c/', 'Carrera', 'Ronda'])} {name}{r.choice([', ', ' ', ' nº ', ', nº '])}{n}"
            return s + r.choice(["", "", "", f", {r.randint(1, 9)}º {r.choice(['A', 'B', 'dcha', 'izq'])}", f", piso {r.randint(1, 9)}", ", bajo"])
        if lang == "fr":
            return f"{n}{r.choice(['', '', '', ' bis', ' ter'])}{r.choice([' ', ', '])}{r.choice(['rue', 'avenue', 'boulevard', 'place', 'chemin', 'allée', 'impasse', 'quai', 'Rue', 'bd'])} {name}" if r.random() < 0.95 else f"BP {n}"
        if lang == "nl":
            return f"{name}{r.choice(['straat', 'laan', 'weg', 'plein', 'gracht', 'kade', 'dreef', 'steenweg'])} {n}{r.choice(['', '', '', 'a', '-' + str(r.randint(1, 9)), ' bus ' + str(r.randint(1, 20))])}"
        if lang == "pt":
            return f"{r.choice(['Rua', 'Avenida', 'Av.', 'R.', 'Travessa', 'Praça', 'Largo', 'Alameda'])} {name}{r.choice([', ', ' ', ' nº ', ', n.º '])}{n}{r.choice(['', '', '', ', ' + str(r.randint(1, 9)) + 'º esq.', ', apto ' + str(r.randint(1, 200))])}"
        return f"{r.choice(['Via', 'Viale', 'Piazza', 'Corso', 'via', 'Vicolo', 'Largo'])} {name}{r.choice([', ', ' ', ' n. '])}{n}{r.choice(['', '', '', '/A', ' int. ' + str(r.randint(1, 20)), ', scala B'])}"

    def abroad(self):
        """Northern and eastern layouts, and military ones."""
        r = self.r
        n = str(r.randint(1, 150))
        k = r.choice(["da", "sv", "fi", "nb_NO", "pl", "cs_CZ", "hu", "hr", "ro", "sl_SI", "tr"])
        name = r.choice(self.last[k] if r.random() < 0.5 else self.first[k])
        return r.choice([f"{name}gatan {n}", f"{name}vägen {n}", f"{name}gade {n}", f"{name}vej {n}", f"{name}katu {n}", f"{name}tie {n} A {r.randint(1, 40)}",
                         f"{name}veien {n}", f"ul. {name} {n}", f"ul. {name} {n}/{r.randint(1, 60)}", f"{name} utca {n}.", f"{name} {n}/{r.randint(1, 99)}",
                         f"{name}ova {n}", f"Strada {name} {n}", f"{name} Sokak No:{n}", f"{name} {n}",
                         f"PSC {r.randint(100, 9999)}, Box {r.randint(100, 9999)}", f"Unit {r.randint(1000, 99999)} Box {r.randint(100, 9999)}"])

    AS = street

    def zip(self, lang):
        r = self.r
        d = lambda n: "".join(r.choice("0123456789") for _ in range(n))
        up = lambda n: "".join(r.choice("ABCDEFGHJKLMNPRSTVWXY") for _ in range(n))
        if lang == "en":
            x = r.random()
            return d(5) if x < 0.4 else f"{r.choice(STATES)} {d(5)}" if x < 0.6 else f"{up(r.randint(1, 2))}{d(1)} {d(1)}{up(2)}" if x < 0.85 else f"{up(1)}{d(1)}{up(1)} {d(1)}{up(1)}{d(1)}" if x < 0.95 else f"D{d(2)} {up(1)}{d(1)}{up(1)}{d(1)}"
        return {"de": d(r.choice([5, 5, 4])), "fr": d(5), "es": d(5), "it": d(5), "nl": d(4) + " " + up(2), "pt": d(4) + "-" + d(3)}[lang]

    def tail(self, lang):
        """City and postal code, in the order of a country."""
        c = self.r.choice(self.cities[self.r.choice(COUNTRIES[lang])])
        z = self.zip(lang)
        if lang == "en":
            x = self.r.random()
            if self.r.random() < 0.02:
                return f"{self.r.choice(['APO', 'FPO', 'DPO'])} {self.r.choice(['AE', 'AP', 'AA'])} {self.zip('de')}"
            if self.r.random() < 0.07:
                c, z = self.r.choice(self.world), self.zip(self.r.choice(["de", "nl", "pt"]))
                return f"{z} {c}" if x < 0.5 else f"{c} {z}" if x < 0.7 else f"{c}, {z}"
            if self.r.random() < 0.08:
                return f"{c}, {self.r.choice(self.states)} {self.zip('fr')}"
            if x < 0.55:
                return f"{c}, {self.r.choice(STATES)} {z.split(' ')[-1] if z[0].isalpha() and len(z) == 8 else z}" if x < 0.4 else f"{c}, {self.r.choice(STATES)}"
            return f"{c} {z}" if x < 0.75 else f"{c}, {z}" if x < 0.9 else c
        return f"{z} {c}" if self.r.random() < 0.85 else c

    def A(self, lang):
        s = self.street(lang)
        x = self.r.random()
        if x < 0.3:
            return s
        s += self.r.choice([", ", ", ", " "]) + self.tail(lang)
        return s + ", " + self.C(lang) if x > 0.93 else s

    def AM(self, lang):
        s = self.street(lang).replace(", ", "\n", 1) if self.r.random() < 0.5 else self.street(lang)
        s += self.r.choice(["\n", ",\n", "\n  "]) + self.tail(lang)
        return s + "\n" + self.C(lang).upper() if self.r.random() < 0.3 else s

    # dates
    def year(self):
        return str(self.r.choice([self.r.randint(2015, 2029), self.r.randint(1930, 2024)]))

    def DM(self, lang):
        m = self.r.choice(MONTHS[lang])
        if self.r.random() < 0.25:
            return m
        return f"{m} de {self.year()}" if lang in ("es", "pt") else f"{m} {self.year()}"

    def DB(self, lang):
        r = self.r
        m, d, y = r.choice(MONTHS[lang]), r.randint(1, 31), self.year()
        if lang != "en":
            if lang == "de":
                return f"{d}. {m} {y}"
            return f"{d} de {m} de {y}" if lang in ("es", "pt") else f"{d} {m} {y}"
        o = f"{d}{'th' if 10 < d < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(d % 10, 'th')}"
        x = r.random()
        spoken = f"nineteen {r.choice(TENS)}{r.choice(['', ' ' + r.choice(ONES)])}" if r.random() < 0.6 else f"two thousand {r.choice(['', 'and ']) + r.choice(ONES)}"
        if x < 0.2:
            return f"{m} {ORD[d - 1]} {spoken}"
        if x < 0.28:
            return f"the {ORD[d - 1]} of {m} {spoken}"
        return r.choice([f"{m} {d}, {y}", f"{d} {m} {y}", f"{m} {o}, {y}", f"{o} {m} {y}", f"{m} {d} {y}", f"the {o} of {m} {y}", f"{d} {m[:3]} {y}",
                         f"{m[:3]} {d}, {y}", f"{d}-{m[:3]}-{y}", f"{m[:3]}. {d}, {y}"])

    def D(self, lang):
        r, x = self.r, self.r.random()
        if x < 0.25:
            return self.DB(lang)
        day = r.choice(DAYS[lang])
        if x < 0.5:
            return r.choice(RELATIVE[lang])
        if lang != "en":
            if x < 0.75:
                return {"de": "am ", "es": "el ", "fr": "", "nl": "", "pt": "", "it": ""}[lang] * 0 + day
            return self.DB(lang).rsplit(" ", 1)[0].removesuffix(" de")
        if x < 0.75:
            return r.choice(["", "", "next ", "last ", "this "]) + day
        m, d = r.choice(MONTHS[lang]), r.randint(1, 31)
        return r.choice([f"{m} {d}", f"{d} {m}", f"{m} {ORD[d - 1]}", f"the {ORD[d - 1]} of {m}", f"{day}, {m} {d}", f"{day} the {ORD[d - 1]}", f"{m[:3]} {d}"])

    def J(self, lang):
        if lang != "en":
            return self.r.choice(JOBS[lang])
        x = self.r.random()
        j = self.r.choice(self.jobs3 if x < 0.35 else self.plain if x < 0.5 else self.jobs2)
        if x > 0.9:
            j = self.r.choice(self.jobs)
        y = self.r.random()
        return j if y < 0.55 else " ".join(w[:1].upper() + w[1:] for w in j.split(" "))

    def N(self, lang):
        return self.r.choice(NATION[lang])

    N2 = N

    def G(self, lang):
        n = self.r.randint(1, 97)
        r = self.r
        words = r.choice(TENS) + r.choice(["", "-", " "])
        words = words[:-1] + " " + r.choice(ONES) if words[-1] == " " else words + r.choice(ONES) if words[-1] == "-" else words
        if lang == "en":
            return r.choice([f"{n}-year-old", f"{n} year old", f"{n} years old", f"aged {n}", f"{words} years old", f"{words} year old", f"{n} yo",
                             f"{n}yo", f"{n} years of age", f"{n}-yr-old", f"{n} y/o"])
        return {"es": f"{n} años", "de": f"{n}-jährige" if r.random() < 0.6 else f"{n} Jahre alte", "fr": f"{n} ans", "nl": f"{n} jaar", "pt": f"{n} anos",
                "it": f"{n} anni"}[lang]

    def GN(self, lang):
        return str(self.r.randint(1, 97))

    # fillers
    def num(self, lang):
        return str(self.r.randint(1, self.r.choice([9, 99, 999, 99999])))

    def money(self, lang):
        return self.r.choice(["${}.00", "${}", "{} EUR", "€{}", "£{}.50", "USD {}"]).format(self.r.randint(5, 9999))

    def id(self, lang):
        return self.r.choice(["A", "INV-", "TCK-", "#", "MRN-", "PO", ""]) + str(self.r.randint(1000, 9999999))

    def phone(self, lang):
        d = lambda n: "".join(self.r.choice("0123456789") for _ in range(n))
        return self.r.choice([f"+1 {d(3)} 555 {d(4)}", f"({d(3)}) {d(3)}-{d(4)}", f"0{d(4)} {d(6)}", f"+49 {d(3)} {d(7)}", d(10)])

    def email(self, lang):
        f = re.sub("[^a-z]", "", self.PF(lang).lower()) or "anna"
        l = re.sub("[^a-z]", "", self.PL(lang).lower()) or "smith"
        return self.r.choice([f"{f}.{l}", f"{f[0]}{l}", f"{f}{self.r.randint(1, 99)}", l]) + "@" + self.r.choice(["example.com", "example.org", "mail.example"])

    def ndate(self, lang):
        r = self.r
        return r.choice(["{0:02}/{1:02}/{2}", "{2}-{1:02}-{0:02}", "{0}.{1}.{2}", "{1}/{0}/{2}"]).format(r.randint(1, 28), r.randint(1, 12), r.randint(1930, 2025))

    def time(self, lang):
        return self.r.choice(["{}:{:02}", "{}:{:02} pm", "{}.{:02}", "{} am", "{}:{:02} AM"]).format(self.r.randint(1, 23), self.r.randint(0, 59))

    def ts(self, lang):
        r = self.r
        return f"2024-{r.randint(1, 12):02}-{r.randint(1, 28):02}{r.choice([' ', 'T'])}{r.randint(0, 23):02}:{r.randint(0, 59):02}:{r.randint(0, 59):02}{r.choice(['', 'Z', ',' + str(r.randint(100, 999))])}"

    def ip(self, lang):
        return "192.0.2." + str(self.r.randint(1, 254))

    def prod(self, lang):
        return self.r.choice(PRODUCTS)

    def ver(self, lang):
        return f"{self.r.randint(0, 22)}.{self.r.randint(0, 30)}.{self.r.randint(0, 9)}"

    def err(self, lang):
        return self.r.choice(ERRS)

    def cls(self, lang):
        return "".join(w.capitalize() for w in self.r.sample(WORDS, self.r.randint(1, 3)))

    def fn(self, lang):
        return self.r.choice(["_", ""]).join(self.r.sample(WORDS, self.r.randint(1, 2)))

    def ACR(self, lang):
        return self.r.choice(ACRONYMS)

    def Q(self, lang):
        return self.r.choice(QUOTES)
