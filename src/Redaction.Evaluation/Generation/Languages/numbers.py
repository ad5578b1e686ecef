#!/usr/bin/env python3
"""Writes numbers.txt: numbers spelled out by the rules of ICU (python3-icu), not by the product's tables.

    /usr/bin/python3 numbers.py > numbers.txt
"""
import random

import icu

LANGUAGES = ["it", "pt", "nl", "pl", "tr", "ru", "hi", "zh", "ja", "ar", "en", "de", "fr", "es"]


def main():
    print("# Written by numbers.py with ICU", icu.ICU_VERSION, "(Unicode License V3). `language n: words`; `language year n: words`.")
    for language in LANGUAGES:
        rules = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(language))
        choice = random.Random(language)

        def spell(number, name=None):
            words = rules.format(number, name) if name else rules.format(number)
            return " ".join(words.replace("\u00ad", "").replace("-", " ").split())

        for number in list(range(100)) + sorted(choice.sample(range(101, 1000), 45)):
            print(f"{language} {number}: {spell(number)}")
        for year in sorted(choice.sample(range(1940, 2009), 20)) + list(range(2026, 2032)):
            print(f"{language} year {year}: {spell(year, '%spellout-numbering-year')}")


main()
