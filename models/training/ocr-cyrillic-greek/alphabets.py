"""The classes of the reader: class 0 is the blank of CTC, the last one stands for a run of characters of any other kind."""
RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
CYRILLIC = RUSSIAN + "іїєґў" + "ђјљњћџ" + "ѓќѕ" + "әғқңөұүһ"
GREEK = "αβγδεζηθικλμνξοπρσςτυφχψω" + "άέήίόύώϊϋΐΰ"
LATIN = "abcdefghijklmnopqrstuvwxyz"
SIGNS = "0123456789 !\"#$%&'()*+,-./:;<=>?@[\\]^_{|}~«»–—„“”’•№°§©®€₽₴·…"
OTHER = "\ufffd"


def upper(letters):
    """Capitals of one character: two of the Greek letters with two accents have none."""
    return "".join(dict.fromkeys(c.upper() for c in letters if len(c.upper()) == 1))


CLASSES = "".join(dict.fromkeys(
    SIGNS + LATIN + upper(LATIN) + CYRILLIC + upper(CYRILLIC) + GREEK + upper(GREEK))) + OTHER


def target(text):
    """What is to be read of a text: the classes in it, a run of anything else as one."""
    read = []
    for c in text:
        known = c if c in CLASSES else OTHER
        if known != OTHER or read[-1:] != [OTHER]:
            read.append(known)
    return "".join(read)
