"""Invented lines of text: words of dictionaries, names, labels with numbers, mail addresses, letters at random."""
import json
import pathlib
import random
import zlib

from alphabets import CYRILLIC, GREEK, RUSSIAN, upper

DICTIONARIES = pathlib.Path("/usr/share/hunspell")
WORDS = {"ru": "ru_RU", "uk": "uk_UA", "bg": "bg_BG", "sr": "sr_RS", "be": "be_BY", "el": "el_GR"}
LANGUAGES = {"ru": 40, "el": 28, "uk": 8, "bg": 6, "sr": 6, "be": 4, "mk": 2, "kk": 2, "en": 8, "latin": 6, "other": 6}
RARE = {"ru": 8, "el": 10, "uk": 4, "bg": 4, "sr": 4, "be": 4, "mk": 7, "kk": 12, "en": 12, "latin": 20, "other": 20}  # of the last chunks
LABELS = {
    "ru": "тел.|Телефон:|моб.|Паспорт|серия|номер|ИНН|СНИЛС|ОГРН|КПП|БИК|р/с|Дата рождения:|выдан|ул.|г.|д.|кв.|корп.|Адрес:|ФИО:|"
          "Фамилия|Имя|Отчество|почта:|E-mail:|Счёт №|Договор №|от|руб.|Карта|полис ОМС|Гражданин|Подпись|Водительское удостоверение",
    "uk": "тел.|Паспорт|ІПН|РНОКПП|ЄДРПОУ|Дата народження:|вул.|м.|буд.|кв.|Адреса:|Прізвище|Ім'я|По батькові|Рахунок №|грн|Пошта:",
    "bg": "тел.|ЕГН|ЕИК|Лична карта №|ул.|гр.|бл.|вх.|ап.|Адрес:|Име:|Презиме|Фамилия|Дата на раждане:|лв.|Имейл:",
    "sr": "тел.|ЈМБГ|ПИБ|Лична карта бр.|ул.|Адреса:|Име:|Презиме:|Датум рођења:|дин.|Рачун бр.",
    "be": "тэл.|Пашпарт|УНП|вул.|г.|д.|кв.|Адрас:|Прозвішча|Імя|Імя па бацьку|Дата нараджэння:",
    "mk": "тел.|ЕМБГ|ул.|Адреса:|Име:|Презиме:|Датум на раѓање:|ден.|Сметка бр.|Лична карта бр.|Ќоше|Ѓорѓи|ѕвезда|Скопје",
    "kk": "тел.|ЖСН|БСН|көшесі|Мекенжайы:|Тегі|Аты|Әкесінің аты|Туған күні:|теңге|Қазақстан|үй|қаласы|Жеке куәлік №|өңір|ғылым|һәм|ұлы",
    "el": "Τηλ.:|Κινητό:|ΑΦΜ:|ΑΜΚΑ:|Α.Δ.Τ.:|Δελτίο Ταυτότητας|Αριθμός|Ημερομηνία γέννησης:|οδός|Τ.Κ.|Διεύθυνση:|Ονοματεπώνυμο:|"
          "Επώνυμο|Όνομα|Πατρώνυμο|ΔΟΥ|Λογαριασμός|IBAN|Διαβατήριο|ευρώ|Υπογραφή|Ηλ. ταχυδρομείο:",
    "en": "Phone:|Name:|Address:|Date of birth:|Passport no.|IBAN|Account|Invoice|Total|E-mail:|Order|Signature|VAT|Tel.",
}
SAMPLES = {"han": "".join(map(chr, range(0x4e00, 0x9fa5, 7))), "armenian": "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
           "georgian": "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
           "kana": "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんアイウエオカキクケコサシスセソタチツ",
           "hangul": "가나다라마바사아자차카타파하서울부산대구인천광주김이박최정강조윤장임", "hebrew": "אבגדהוזחטיכלמנסעפצקרשת",
           "arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "devanagari": "कखगघचछजझटठडढतथदधनपफबभमयरलवशषसह", "thai": "กขคงจฉชซญดตถทนบปผฝพฟมยรลวสหอ"}


PLAIN = str.maketrans("άέήίόύώϊϋΐΰ", "αεηιουωιυιυ")


def capitals(r, text):
    """In capitals; Greek ones seldom keep their accents."""
    if r.random() < 0.7:
        text = text.translate(PLAIN)
    return "".join(c.upper() if len(c.upper()) == 1 else c.translate(PLAIN).upper() for c in text)


class Texts:
    """Makes lines; those of the held set have words of their own."""

    def __init__(self, names, seed, held, languages=None):
        self.languages = languages or LANGUAGES
        self.random = random.Random(seed)
        self.held = held
        self.words = {language: self.read(file) for language, file in WORDS.items()}
        with open(names, encoding="utf-8") as file:
            self.names = {language: [n for n in all_names if self.mine(n)] for language, all_names in json.load(file).items()}
        self.words["en"] = self.names["en"]
        self.words["mk"], self.words["kk"] = self.words["sr"], self.words["ru"]

    def mine(self, word):
        return (zlib.crc32(word.lower().encode()) % 10 == 0) == self.held

    def read(self, name):
        encoding = "iso8859-7" if name == "el_GR" else "utf-8"
        lines = (DICTIONARIES / f"{name}.dic").read_text(encoding=encoding, errors="ignore").split("\n")
        words = (line.split("/")[0].split("\t")[0].strip() for line in lines[1:])
        return [w for w in words if 1 < len(w) < 20 and w.replace("-", "").replace("'", "").isalpha() and self.mine(w)]

    def line(self):
        r = self.random
        language = r.choices(list(self.languages), self.languages.values())[0]
        if language == "latin":
            return self.accents()
        if language == "other":
            return self.other()
        kind = r.random()
        if kind < 0.38:
            text = self.phrase(language)
        elif kind < 0.55:
            text = self.person(language)
        elif kind < 0.85:
            text = self.labelled(language)
        elif kind < 0.93:
            text = self.letters(language)
        else:
            text = f"{self.phrase(language, 2)} {r.choice((self.mail(), self.number(), self.code()))}"
        return text[:r.choice((24, 40, 56))].strip()

    def accents(self):
        """A line in Latin letters with accents."""
        r = self.random
        words = [r.choice(self.names["latin"]) for _ in range(r.randint(1, 4))]
        if r.random() < 0.3:
            words.append(self.number())
        return " ".join(w.lower() if r.random() < 0.4 else w.upper() if r.random() < 0.15 else w for w in words)[:40]

    def cased(self, word, likely=0.2):
        roll = self.random.random()
        return capitals(self.random, word) if roll < likely else word[:1].upper() + word[1:] if roll < likely + 0.3 else word

    def word(self, language):
        if language in ("mk", "kk") and self.random.random() < 0.5:
            return self.random.choice([w for w in LABELS[language].split("|") if w.isalpha()])
        return self.random.choice(self.words[language])

    def phrase(self, language, most=5):
        r = self.random
        loud = r.random() < 0.15
        words = [self.cased(self.word(language), 0.06) for _ in range(r.randint(1, most))]
        for i, word in enumerate(words):
            if r.random() < 0.18:
                words[i] = r.choice(("{},", "{}.", "{}:", "{};", "{}!", "{}?", "({})", "«{}»", "\"{}\"", "{} –", "{} —", "„{}“", "{}…")).format(word)
        text = " ".join(words)
        return capitals(r, text) if loud else text

    def person(self, language):
        r = self.random
        names = self.names.get({"sr": "mk", "kk": "ru", "bg": "mk", "be": "uk"}.get(language, language), self.names["ru"])
        words = [r.choice(names) for _ in range(r.randint(1, 3))]
        if r.random() < 0.25:
            words[1:] = [f"{w[0]}." for w in words[1:]]
            r.shuffle(words)
        text = " ".join(words)
        return capitals(r, text) if r.random() < 0.3 else text

    def labelled(self, language):
        r = self.random
        label = r.choice(LABELS[language].split("|"))
        values = [r.choice((self.number(), self.number(), self.code(), self.mail(), self.person(language), self.phrase(language, 2)))]
        if r.random() < 0.35:
            values += [r.choice(LABELS[language].split("|")), self.number()]
        if r.random() < 0.2:
            label = capitals(r, label)
        return " ".join([label, *values])

    def letters(self, language):
        r = self.random
        alphabet = {"el": GREEK, "en": "abcdefghijklmnopqrstuvwxyz", "ru": RUSSIAN}.get(language, CYRILLIC)
        words = []
        for _ in range(r.randint(1, 4)):
            word = "".join(r.choice(alphabet) for _ in range(r.randint(2, 8)))
            word = capitals(r, word) if r.random() < 0.45 else self.cased(word, 0)
            words.append(word)
        return " ".join(words)

    def digits(self, length):
        return "".join(self.random.choice("0123456789") for _ in range(length))

    def number(self):
        r, d = self.random, self.digits
        return r.choice((
            lambda: f"+7 ({d(3)}) {d(3)}-{d(2)}-{d(2)}", lambda: f"8 {d(3)} {d(3)} {d(2)} {d(2)}", lambda: f"+30 2{d(2)} {d(3)} {d(4)}",
            lambda: f"+380 {d(2)} {d(3)} {d(2)} {d(2)}", lambda: d(r.randint(1, 12)), lambda: f"{d(2)}.{d(2)}.{r.choice('12')}{d(3)}",
            lambda: f"{d(2)}/{d(2)}/20{d(2)}", lambda: f"{d(3)}-{d(3)}-{d(3)} {d(2)}", lambda: f"{d(4)} {d(6)}", lambda: f"№ {d(r.randint(1, 6))}",
            lambda: f"{d(r.randint(1, 3))} {d(3)},{d(2)} {r.choice(('₽', '€', '₴', 'руб.', '$', '%'))}", lambda: " ".join(d(4) for _ in range(4)),
            lambda: f"{d(2)}:{d(2)}", lambda: f"{d(1)}/{d(2)}"))()

    def code(self):
        r = self.random
        letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        return r.choice((
            lambda: r.choice(("GR", "BG", "RS", "MK", "UA", "KZ", "DE")) + self.digits(2) + " " + " ".join(self.digits(4) for _ in range(4)),
            lambda: "".join(r.choice(letters) for _ in range(2)) + self.digits(r.randint(5, 7)),
            lambda: "".join(r.choice(letters + "0123456789") for _ in range(r.randint(4, 10))),
            lambda: r.choice(upper(GREEK)) + r.choice(upper(GREEK)) + " " + self.digits(6),
            lambda: r.choice("АВЕКМНОРСТУХ") + self.digits(3) + r.choice("АВЕКМНОРСТУХ") + r.choice("АВЕКМНОРСТУХ") + " " + self.digits(2)))()

    def mail(self):
        r = self.random
        word = [w.lower() for w in r.sample(self.words["en"], 3)]
        domain = word[2].replace("'", "").replace(" ", "") + "." + r.choice(("ru", "gr", "com", "ua", "bg", "rs", "org", "example"))
        return r.choice((f"{word[0]}.{word[1]}@{domain}", f"{word[0]}{self.digits(2)}@{domain}", f"{word[0]}_{word[1]}@{domain}",
                         f"www.{domain}", f"https://{domain}/{word[1]}", domain)).replace(" ", "")

    def other(self):
        """A line in letters that are not to be read here, some with words of these."""
        r = self.random
        letters = SAMPLES[r.choice(list(SAMPLES))]
        words = ["".join(r.choice(letters) for _ in range(r.randint(1, 8))) for _ in range(r.randint(1, 4))]
        if r.random() < 0.4:
            words.append(self.number())
        return " ".join(words)[:40]
