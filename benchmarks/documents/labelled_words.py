"""Invented words of the pages that labelled.py draws: labels, names, streets, ordinary lines."""


def language(labels, names, phones, mails, streets, iban, ordinary, date="."):
    keys = ["name", "phone", "born", "mail", "card", "address"] + (["iban"] if iban else [])
    return {"labels": dict(zip(keys, labels.split("|"))), "names": names.split("|"), "phones": phones.split("|"), "mails": mails.split(),
            "streets": streets.split("|"), "iban": iban, "ordinary": ordinary.split("|"), "date": date}


LANGUAGES = {
    "en": language("Name|Phone|Date of birth|Email|Card number|Address|IBAN", "Harriet Colwell|Dominic Ashworth|Philippa Norris",
                   "+44 20 7946 0###|+1 212-555-01##", "h.colwell dominic philippa.n", "# Willow Lane, Bristol|# Mill Road, Cambridge", ("GB", 22),
                   "Please water the plants twice a week|The lift is out of order until further notice|Bring your own cup to the kitchen|"
                   "All windows are closed in the evening|The meeting moved to the large room|Thank you for keeping the hall tidy|"
                   "Lunch is served at noon|New books arrive every month", "/"),
    "de": language("Name|Telefon|Geburtsdatum|E-Mail|Kartennummer|Anschrift|IBAN", "Gerlinde Hofstätter|Jürgen Weißmüller|Annika Böttcher",
                   "+49 30 23125###|030 23125 ###", "g.hofstaetter juergen annika.b", "Lindenstraße #, 10969 Berlin|Gartenweg #, 50667 Köln", ("DE", 22),
                   "Bitte gießen Sie die Pflanzen im Flur|Der Aufzug ist bis auf Weiteres außer Betrieb|Die Fenster werden abends geschlossen|"
                   "Das Treffen findet im großen Saal statt|Neue Bücher kommen jeden Monat|Bitte halten Sie die Küche sauber|"
                   "Das Mittagessen beginnt um zwölf|Fahrräder gehören in den Keller"),
    "fr": language("Nom|Téléphone|Date de naissance|Courriel|Numéro de carte|Adresse|IBAN", "Mathilde Garnier|Étienne Rousselle|Benoît Lacombe",
                   "+33 1 99 00 ## ##|01 99 00 ## ##", "m.garnier etienne benoit.l", "# rue des Lilas, 75019 Paris|# avenue Foch, 69006 Lyon", ("FR", 27),
                   "Merci d'arroser les plantes du couloir|L'ascenseur est en panne cette semaine|Les fenêtres sont fermées le soir|"
                   "La réunion aura lieu dans la grande salle|De nouveaux livres arrivent chaque mois|Le déjeuner est servi à midi|"
                   "Merci de garder la cuisine propre|Les vélos restent dans la cour", "/"),
    "es": language("Nombre|Teléfono|Fecha de nacimiento|Correo|Número de tarjeta|Dirección|IBAN", "Rosario Benítez|Íñigo Zabala|Lucía Monreal",
                   "+34 91 555 ## ##|+34 612 34 5# ##", "r.benitez inigo lucia.m", "Calle Mayor #, 28013 Madrid|Calle del Olmo #, 41003 Sevilla", ("ES", 24),
                   "Por favor riegue las plantas del pasillo|El ascensor no funciona esta semana|Las ventanas se cierran por la noche|"
                   "La reunión será en la sala grande|Cada mes llegan libros nuevos|La comida se sirve a mediodía|"
                   "Mantenga limpia la cocina|Las bicicletas se dejan en el patio", "/"),
    "it": language("Nome|Telefono|Data di nascita|E-mail|Numero della carta|Indirizzo|IBAN", "Ginevra Morandi|Corrado Valsecchi|Fiorella Bassani",
                   "+39 06 5550 ####|+39 347 555 ####", "g.morandi corrado fiorella.b", "Via dei Tigli #, 00185 Roma|Via Garibaldi #, 20121 Milano", None,
                   "Si prega di annaffiare le piante|L'ascensore è guasto questa settimana|Le finestre si chiudono la sera|"
                   "La riunione si tiene nella sala grande|Ogni mese arrivano libri nuovi|Il pranzo è servito a mezzogiorno|"
                   "Tenete pulita la cucina|Le biciclette restano in cortile", "/"),
    "pt": language("Nome|Telefone|Data de nascimento|E-mail|Número do cartão|Morada", "Leonor Figueira|Tomás Abrantes|Graça Meireles",
                   "+351 21 555 ####|+351 912 345 ###", "l.figueira tomas graca.m", "Rua das Flores #, 1200-195 Lisboa|Rua do Carmo #, 4050-164 Porto", None,
                   "Por favor regue as plantas do corredor|O elevador está avariado esta semana|As janelas são fechadas à noite|"
                   "A reunião será na sala grande|Todos os meses chegam livros novos|O almoço é servido ao meio-dia|"
                   "Mantenha a cozinha limpa|As bicicletas ficam no pátio", "/"),
    "nl": language("Naam|Telefoon|Geboortedatum|E-mail|Kaartnummer|Adres|IBAN", "Marijke Verhoeven|Joost Dijkgraaf|Saskia Terpstra",
                   "+31 20 555 ####|06 12345###", "m.verhoeven joost saskia.t", "Lindelaan #, 1017 AB Amsterdam|Kerkstraat #, 3511 LX Utrecht", None,
                   "Geef de planten in de gang water|De lift is deze week buiten gebruik|De ramen gaan in de avond dicht|"
                   "De vergadering is in de grote zaal|Elke maand komen er nieuwe boeken|De lunch begint om twaalf uur|"
                   "Houd de keuken schoon|De fietsen staan in de kelder", "-"),
    "pl": language("Imię i nazwisko|Telefon|Data urodzenia|E-mail|Numer karty|Adres|IBAN", "Bożena Świątek|Grzegorz Łapiński|Małgorzata Żurawska",
                   "+48 22 555 ## ##|+48 601 234 ###", "b.swiatek grzegorz malgorzata.z", "ul. Lipowa #, 00-316 Warszawa|ul. Długa #, 31-147 Kraków", ("PL", 28),
                   "Prosimy podlewać rośliny na korytarzu|Winda jest nieczynna do odwołania|Okna zamykamy wieczorem|"
                   "Zebranie odbędzie się w dużej sali|Co miesiąc przychodzą nowe książki|Obiad podajemy w południe|"
                   "Prosimy o porządek w kuchni|Rowery stoją w piwnicy"),
    "cs": language("Jméno|Telefon|Datum narození|E-mail|Číslo karty|Adresa|IBAN", "Zdeňka Havránková|Bohumil Říha|Květa Součková",
                   "+420 222 555 ###|+420 601 234 ###", "z.havrankova bohumil kveta.s", "Lipová #, 120 00 Praha|Dlouhá #, 602 00 Brno", ("CZ", 24),
                   "Prosíme, zalévejte rostliny na chodbě|Výtah je do odvolání mimo provoz|Okna se večer zavírají|"
                   "Schůze se koná ve velkém sále|Každý měsíc přicházejí nové knihy|Oběd se podává v poledne|"
                   "Udržujte kuchyň v čistotě|Kola patří do sklepa"),
    "tr": language("Ad Soyad|Telefon|Doğum tarihi|E-posta|Kart numarası|Adres|IBAN", "Gülşen Özdemir|Çağrı Yıldırım|Şebnem Aksoy",
                   "+90 212 555 ## ##|+90 532 555 ## ##", "g.ozdemir cagri sebnem.a", "Çiçek Sokak No: #, Kadıköy|Atatürk Caddesi No: #, İzmir", ("TR", 26),
                   "Lütfen koridordaki çiçekleri sulayın|Asansör bu hafta çalışmıyor|Pencereler akşam kapatılır|"
                   "Toplantı büyük salonda yapılacak|Her ay yeni kitaplar geliyor|Öğle yemeği saat on ikide|"
                   "Mutfağı temiz tutun|Bisikletler bahçede durur"),
    "ru": language("ФИО|Телефон|Дата рождения|Эл. почта|Номер карты|Адрес", "Журавлёва Тамара Игнатьевна|Щербаков Лев Эдуардович|Цыганкова Юлия Фёдоровна",
                   "+7 912 555-##-##|8 (495) 555-##-##", "t.zhuravleva lev yulia.c", "г. Тверь, ул. Садовая, д. #|г. Пермь, ул. Лесная, д. #", None,
                   "Просим поливать цветы в коридоре|Лифт не работает до конца недели|Окна закрывают вечером|"
                   "Собрание пройдёт в большом зале|Каждый месяц приходят новые книги|Обед подают в полдень|"
                   "Держите кухню в чистоте|Щётки и вёдра лежат в подвале"),
    "uk": language("ПІБ|Телефон|Дата народження|Ел. пошта|Номер картки|Адреса", "Гнатюк Їлена Євгенівна|Ґудзь Остап Юрійович|Щербань Ніна Іллівна",
                   "+380 44 555 ## ##|+380 67 555 ## ##", "o.hnatiuk ostap nina.s", "м. Львів, вул. Зелена, буд. #|м. Київ, вул. Лісова, буд. #", None,
                   "Просимо поливати квіти в коридорі|Ліфт не працює до кінця тижня|Вікна зачиняють увечері|"
                   "Збори відбудуться у великій залі|Щомісяця надходять нові книжки|Обід подають опівдні|"
                   "Тримайте кухню в чистоті|Щітки та відра стоять у підвалі"),
    "el": language("Ονοματεπώνυμο|Τηλέφωνο|Ημερομηνία γέννησης|Ηλ. ταχυδρομείο|Αριθμός κάρτας|Διεύθυνση|IBAN",
                   "Ευγενία Χατζηδάκη|Θεόδωρος Ψαλτάκης|Ξανθίππη Ζωγράφου", "+30 210 555 ####|+30 697 555 ####", "e.chatzidaki theo xanthippi",
                   "Οδός Ερμού #, 105 63 Αθήνα|Λεωφόρος Νίκης #, Θεσσαλονίκη", ("GR", 27),
                   "Παρακαλούμε ποτίζετε τα φυτά στον διάδρομο|Το ασανσέρ δεν λειτουργεί αυτή την εβδομάδα|Τα παράθυρα κλείνουν το βράδυ|"
                   "Η συνάντηση γίνεται στη μεγάλη αίθουσα|Κάθε μήνα έρχονται νέα βιβλία|Το γεύμα σερβίρεται το μεσημέρι|"
                   "Κρατήστε την κουζίνα καθαρή|Τα ποδήλατα μένουν στην αυλή", "/"),
    "ja": language("氏名|電話番号|生年月日|メールアドレス|カード番号|住所", "佐々木健太郎|高橋美咲|小林直樹", "03-5555-####|090-5555-####", "k.sasaki misaki naoki.k",
                   "東京都世田谷区桜丘#丁目#番#号|大阪府吹田市山田東#丁目#番#号", None,
                   "廊下の植物に水をやってください|エレベーターは今週使えません|窓は夕方に閉めます|会議は大きい部屋で行います|毎月新しい本が届きます|"
                   "昼食は正午に出ます|台所をきれいに使ってください|自転車は庭に置いてください"),
    "zh": language("姓名|电话|出生日期|电子邮箱|银行卡号|地址", "欧阳志强|王晓燕|李建国", "010-5555####|138 0013 ####", "zq.ouyang xiaoyan jianguo.l",
                   "北京市海淀区中关村大街#号|上海市徐汇区漕溪北路#号", None,
                   "请给走廊里的花浇水|电梯本周停止使用|晚上请关好窗户|会议在大厅举行|每个月都有新书|午餐在中午供应|请保持厨房清洁|自行车请放在院子里"),
}
