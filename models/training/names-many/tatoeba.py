"""Sentences of Tatoeba (CC-BY 2.0 FR) as carriers and as text without names.

usage: tatoeba.py MIRRORS CARRIERS.jsonl ORDINARY.jsonl        writes {"l", "t"}; in carriers "{p}" and "{c}" stand where persons and places stood

The English side tells whether somebody is named: a sentence with capitals that nothing explains is left out. "Tom", "Mary" and the places that the
examples are full of are found in the other language by the list below, and their number must agree.
"""
import json
import re
import subprocess
import sys

PAIRS = {"hu": "hun", "ja": "jpn", "pl": "pol", "zh": "cmn", "el": "ell", "da": "dan", "sv": "swe", "ar": "ara", "cs": "ces", "ro": "ron", "id": "ind",
         "vi": "vie", "ko": "kor"}
LASER = {"he": "heb", "hi": "hin", "uk": "ukr", "tr": "tur", "ko": "kor", "el": "ell", "vi": "vie", "ar": "ara", "cs": "ces"}
PEOPLE = {"Tom", "Mary", "John", "Tom's", "Mary's", "John's"}
CITIES = {"Boston", "Australia", "Japan", "Tokyo", "France", "Germany", "Paris", "London", "America", "Canada", "China", "Kyoto", "Boston's", "Italy",
          "Spain", "Chicago", "England", "Osaka"}
OTHER = {"I", "I'm", "I'll", "I've", "I'd", "Mr", "Mrs", "Ms", "Dr", "French", "English", "Japanese", "German", "Chinese", "Spanish", "Italian", "American",
         "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "May", "June", "July",
         "August", "September", "October", "November", "December", "Christmas", "TV", "OK", "DVD", "CD", "PC", "God", "Internet"}
NATIONS = {"French", "English", "Japanese", "German", "Chinese", "Spanish", "Italian", "American"}
P = {"hu": r"\b(?:Tom|Mari|Mary|John)(?=[a-zá-ű]{0,4}\b)", "ja": "トム|メアリー|メアリ|ジョン", "pl": r"\b(?:Tom|Mary|John)(?:a|owi|em|ie)?\b", "zh": "汤姆|湯姆|玛丽|瑪麗|瑪莉|约翰|約翰",
     "el": r"\bΤομ\b|\bΜαίρη(?:ς)?\b|\bΜαρία(?:ς)?\b", "da": r"\b(?:Tom|Mary|John|Maria)(?=s?\b)", "sv": r"\b(?:Tom|Mary|John|Maria)(?=s?\b)",
     "ar": "توم|ماري|جون", "cs": r"\b(?:Tom|Mary|John)(?:a|ovi|em|e)?\b|\b(?:Marie|Marii|Marií)\b", "ro": r"\b(?:Tom|Mary|Maria|John)\b", "id": r"\b(?:Tom|Mary|Maria|John)(?=nya\b|\b)",
     "vi": r"\b(?:Tom|Tôm|Mary|John)\b", "ko": "톰|메리|존", "he": "טום|מרי|ג'ון", "hi": "टॉम|मैरी|मेरी|जॉन", "uk": r"\b(?:Том(?:а|у|ові|ом)?|Мері|Марі[яїюй]|Джон(?:а|у|ові|ом)?)\b",
     "tr": r"\b(?:Tom|Mary|John)\b"}
C = {"hu": r"\b(?:Boston|Ausztráliá?|Japán|Tokió|Párizs|London|Kanadá?|Kíná?)(?=[a-zá-ű]{0,4}\b)", "ja": "ボストン|オーストラリア|日本|東京|フランス|ドイツ|パリ|ロンドン|アメリカ|カナダ|中国|京都|大阪|イタリア|スペイン|シカゴ|イギリス",
     "zh": "波士顿|波士頓|澳大利亚|日本|东京|東京|法国|法國|德国|巴黎|伦敦|倫敦|美国|美國|加拿大|中国|中國|京都|意大利|西班牙|英国", "pl": r"\b(?:Boston|Japoni|Pary|Londyn|Chin|Australi)\w*", "cs": r"\b(?:Boston|Japonsk|Paří|Londýn|Čín|Austráli)\w*",
     "el": r"\bΒοστών\w+|\bΙαπωνί\w+|\bΑυστραλί\w+|\bΠαρίσι\w*|\bΛονδίν\w+|\bΤόκιο\b", "da": r"\b(?:Boston|Australien|Japan|Tokyo|Paris|London|Frankrig|Tyskland|Kina)\b",
     "sv": r"\b(?:Boston|Australien|Japan|Tokyo|Paris|London|Frankrike|Tyskland|Kina)\b", "ar": "بوسطن|أستراليا|اليابان|طوكيو|فرنسا|باريس|لندن|الصين|كندا",
     "ro": r"\b(?:Boston|Australia|Japonia|Tokyo|Paris|Londra|China|Franța)\b", "id": r"\b(?:Boston|Australia|Jepang|Tokyo|Paris|London|Cina|Prancis)\b",
     "vi": r"\b(?:Boston|Úc|Nhật Bản|Tokyo|Paris|London|Trung Quốc|Pháp)\b", "ko": "보스턴|호주|일본|도쿄|파리|런던|중국|프랑스", "he": "בוסטון|אוסטרליה|יפן|טוקיו|פריז|לונדון|סין|צרפת",
     "hi": "बोस्टन|ऑस्ट्रेलिया|जापान|टोक्यो|पेरिस|लंदन|चीन|फ्रांस", "uk": r"\b(?:Бостон|Японі|Париж|Лондон|Кита|Австралі)\w*", "tr": r"\b(?:Boston|Avustralya|Japonya|Tokyo|Paris|Londra|Çin|Fransa)\b"}
CASES = {"pl": {"a": 2, "owi": 3, "em": 5, "ie": 6}, "cs": {"a": 2, "ovi": 3, "em": 5}, "uk": {"а": 2, "у": 3, "ові": 3, "ом": 5}}


def show(mirrors, repo, path):
    return subprocess.run(["git", "--git-dir", f"{mirrors}/{repo}/repo", "show", "HEAD:" + path], capture_output=True).stdout.decode("utf-8", "replace")


def named(english):
    """Persons and places of the English side; None where a capital is not explained."""
    people = places = 0
    words = re.findall(r"[A-Za-z][A-Za-z'’]*", english.replace("’", "'"))
    for k, w in enumerate(words):
        if w in PEOPLE:
            people += 1
        elif w in CITIES:
            places += 1
        elif w[0].isupper() and w.split("'")[0] not in OTHER and w not in OTHER:
            begins = k == 0 or re.search(r"[.!?\"]\s*" + re.escape(w), english)
            if not begins or k == 0 and len(words) > 1 and words[1][:1].isupper() and words[1] not in PEOPLE | CITIES | OTHER:
                return None
    return people, places


def slot(l, m):
    for ending, case in CASES.get(l, {}).items():
        if m.group().endswith(ending) and len(m.group()) > len(ending) + 2:
            return "{p%d}" % case
    return "{p}"


def main(mirrors, carriers, ordinary):
    pairs = []
    for l, code in PAIRS.items():
        for line in show(mirrors, "dariofugale95+LanguageIdentificationKeras", f"data/{code}.txt").split("\n"):
            parts = line.split("\t")
            if len(parts) > 1:
                pairs.append((l, parts[0], parts[1]))
    for line in show(mirrors, "nate-koser+kor-eng-translator", "kor.txt").split("\n"):
        parts = line.split("\t")
        if len(parts) > 1:
            pairs.append(("ko", parts[0], parts[1]))
    for l, code in LASER.items():
        name = f"data/tatoeba/v1/tatoeba.{code}-eng."
        pairs += [(l, e, t) for e, t in zip(show(mirrors, "facebookresearch+LASER", name + "eng").split("\n"), show(mirrors, "facebookresearch+LASER", name + code).split("\n"))]
    seen, count = set(), {}
    with open(carriers, "w", encoding="utf-8") as a, open(ordinary, "a", encoding="utf-8") as b:
        for l, english, text in pairs:
            text = text.strip()
            n = named(english)
            if l in ("zh", "ja", "ko", "vi", "id") and NATIONS & set(re.findall("[A-Z][a-z]+", english)):
                continue                                # their words for these have the country in them
            if not text or text in seen or n is None or "{" in text:
                continue
            seen.add(text)
            people = re.findall(P[l], text)
            places = re.findall(C[l], text)
            if n == (0, 0) and not people and not places:
                out, kind = b, 0
            elif len(people) == n[0] and len(places) == n[1] and n != (0, 0):
                text = re.sub(C[l], "{c}" if l not in ("pl", "cs", "uk", "el") else "{c6}", re.sub(P[l], lambda m: slot(l, m), text))
                out, kind = a, 1
            else:
                continue
            count.setdefault(l, [0, 0])[kind] += 1
            out.write(json.dumps({"l": l, "t": text}, ensure_ascii=False) + "\n")
    print(count)


if __name__ == "__main__":
    main(*sys.argv[1:])
