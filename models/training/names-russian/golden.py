"""Writes golden.jsonl: invented sentences, and what slovnet finds in them with the words that are kept.

    PYTHONPATH=WHEELS python3 golden.py NET.tar VECTORS.tar golden.jsonl [WORDS]
"""
import json
import sys

from navec import Navec
from slovnet import NER

SENTENCES = """Иванов Сергей Петрович живёт в городе Твери.
Вчера Анна Викторовна Кузнецова подписала договор с ООО «Ромашка» в Казани.
Следователь Громов допросил свидетеля Павла Лебедева в Саратове.
По словам директора завода Михаила Рогова, цех откроют в мае.
В Новосибирске прошла встреча выпускников, приехали Ольга Тарасова и Игорь Белов.
Заявитель, гражданин Фомин, обратился в Ленинский районный суд города Воронежа.
Позвоните, пожалуйста, Светлане Юрьевне до пятницы.
Температура воды в реке поднялась до двадцати градусов.
Скидка действует до конца месяца на все товары.
Письмо отправлено Дмитрию Соколову, копия — бухгалтерии.
Компания «Северный ветер» наняла Романа Ершова и Марию Зайцеву.
Санкт-Петербург встретил гостей дождём.
Петров сказал, что уедет в Германию, а Сидорова останется в Москве.
Пациентка Ефимова Лидия Марковна, 58 лет, поступила в больницу города Пензы.
Мой врач — Тимур Ахметов, он принимает в Уфе.
Закон вступает в силу со дня опубликования.
Учительница Галина Степановна поблагодарила родителей.
Курс валют меняется каждый день, сообщает банк.
Капитан команды Артём Жуков забил два мяча.""".split("\n")


def main(net, vectors, path, count=60000):
    navec = Navec.load(vectors)
    ner = NER.load(net)
    ner.navec(navec)
    vocab = ner.infer.encoder.words_vocab
    keep = set(navec.vocab.top(count + 2))
    vocab.item_ids = {word: i for word, i in vocab.item_ids.items() if word in keep}
    names = {"PER": "person", "LOC": "location", "ORG": "organization"}
    with open(path, "w", encoding="utf-8") as out:
        for text in SENTENCES:
            spans = [[s.start, s.stop, names[s.type]] for s in ner(text).spans]
            out.write(json.dumps({"text": text, "spans": spans}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:4], *map(int, sys.argv[4:]))
