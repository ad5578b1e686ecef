"""Templates of the other languages: es, de, fr, nl, pt, it."""

T = {
"es": r"""
[Hola|Buenos días|Buenas tardes], soy {P} y llamo por mi [cuenta|pedido|factura].
Estimado [señor|Sr.] {PL}:\nLe escribimos desde {O} por su solicitud.
Estimada [señora|Sra.] {PL}, gracias por contactar con {O}.
Me llamo {P} y vivo en {A}.
Nombre: {PF}\nApellidos: {PL} {PL}\nDomicilio: {AS}\nLocalidad: {L}
Nombre y apellidos: {P}   Nacionalidad: {N}   Profesión: {J}
Paciente: {P}. Edad: {G}. Dirección: {A}.
[La|El] paciente, {P}, de {G}, acudió a {O} {D}.
Médico: Dr. {P}. Hospital: {O}, {L}.
[Saludos|Un saludo|Atentamente|Cordialmente],\n{P}\n{J}\n{O}
{P}, de nacionalidad {N}, con domicilio en {A}, comparece ante el notario D. {P}.
D. {P} y Dña. {P} firman el contrato en {L} {D}.
De: {P} <{email}>\nPara: {P} <{email}>\nAsunto: reunión
{P} trabaja como {J} en {O} desde {DM}.
La cita es {D} con la doctora {PL}.
hola buenas soy {PF} y quería hablar con {PF} de {O}
mi marido se llama {P} y mi hija {PF}
Enviar a:\n{P}\n{AM}
vivimos en {L}, {C}, en {AS}
Gracias, {PF}. ¿Algo más?
{PL}, {PF};{ndate};{L};{C}
[nació|nacido|nacida] en {L} el {DB}
según {P}, {J} de {O}, los precios subirán {D}
no hay ningún problema, le devolvemos el dinero en unos días
El pedido {id} se entregará sin coste. Importe total: {money}.
Pulse el botón para continuar y acepte las condiciones del servicio.
La parte arrendataria se obliga a pagar la renta dentro de los primeros días de cada mes.
El cielo estaba gris y la gente esperaba en la calle a que abrieran la tienda.
ERROR: no se pudo conectar con el servidor (código {num})
CONDICIONES GENERALES DEL CONTRATO
""",
"de": r"""
[Hallo|Guten Tag|Guten Morgen|Moin], [hier ist|mein Name ist|ich bin] {P}, ich rufe wegen meiner Rechnung an.
Sehr geehrter Herr {PL},\n\nvielen Dank für Ihre Anfrage bei {O}.
Sehr geehrte Frau [Dr. |]{PL}, wir bestätigen Ihren Termin {D}.
Ich heiße {P} und wohne in der {A}.
Name: {PL}\nVorname: {PF}\nAnschrift: {AS}\nOrt: {L}\nStaatsangehörigkeit: {N}
Patient: {P}, geb. {DB}, wohnhaft {A}
Die {G} Patientin {P} wurde {D} in {O} aufgenommen.
[Mit freundlichen Grüßen|Viele Grüße|Beste Grüße|Freundliche Grüße|LG|MfG],\n{P}\n{J}\n{O}
Der Kläger {P}, {AS}, {L}, vertreten durch Rechtsanwalt {P}, {O}
Zwischen {O}, vertreten durch {P}, und Herrn {P} wird folgender Vertrag geschlossen:
Von: {P} <{email}>\nAn: {P} <{email}>\nBetreff: Angebot
Herr {PL} arbeitet seit {DM} als {J} bei der {O}.
ich hab {D} mit {PF} telefoniert und {PF} kommt auch
meine Tochter {PF} und mein Sohn {PF} gehen in {L} zur Schule
Lieferadresse:\n{P}\n{AM}
Ansprechpartner: {P}, {J}, Tel. {phone}
Danke {PF}, bis {D}!
{PL};{PF};{ndate};{L}
Frau {PL} ist {N} Staatsangehörige und arbeitet als {J}.
{P} aus {L} sagte {D}, dass die Firma {O} umzieht.
geboren am {DB} in {L}
Hausarzt: Dr. med. {P}, {A}
Bitte überweisen Sie den Betrag von {money} innerhalb von vierzehn Tagen.
Die Lieferung verzögert sich, wir bitten um Ihr Verständnis.
Der Beklagte hat die Kosten des Verfahrens zu tragen. Die Revision wird nicht zugelassen.
Klicken Sie auf Speichern, um die Einstellungen zu übernehmen.
Das Wetter war schlecht und die Straßen waren leer.
FEHLER: Verbindung zum Server verloren ({num})
ALLGEMEINE GESCHÄFTSBEDINGUNGEN
Im Herbst werden die Blätter bunt und die Tage kürzer, der Winter kommt bald.
""",
"fr": r"""
[Bonjour|Bonsoir|Salut], je [suis|m'appelle] {P} et j'appelle au sujet de ma facture.
Cher [Monsieur|M.] {PL},\n\nNous vous remercions d'avoir contacté {O}.
Chère Madame {PL}, votre rendez-vous est confirmé {D}.
Je m'appelle {P} et j'habite au {A}.
Nom : {PL}\nPrénom : {PF}\nAdresse : {AS}\nVille : {L}\nNationalité : {N}
Patient : {P}, né le {DB}, demeurant {A}
[Monsieur|Madame|M.|Mme] {P}, {G}, a été admis à {O} {D}.
[Cordialement|Bien à vous|Sincères salutations|Bien cordialement],\n{P}\n{J}\n{O}
Entre les soussignés : {O}, représentée par {P}, et {P}, de nationalité {N}, demeurant {A}
Maître {P}, avocat au barreau de {L}, pour {P}
De : {P} <{email}>\nÀ : {P} <{email}>\nObjet : réunion
{P} travaille comme {J} chez {O} depuis {DM}.
j'ai parlé avec {PF} {D} et {PF} va venir aussi
ma fille {PF} et mon fils {PF} sont à l'école à {L}
Livrer à :\n{P}\n{AM}
Merci {PF}, à {D} !
{PL};{PF};{ndate};{L}
Le docteur {PL} a prescrit le traitement à {PT}.
née à {L} le {DB}
Selon {P}, {J} chez {O}, les ventes baissent en {C}.
Contact : {P}, {phone}
Votre commande {id} a été expédiée. Montant : {money}.
Cliquez sur le lien pour réinitialiser votre mot de passe.
Le preneur s'engage à payer le loyer au début de chaque mois.
Il faisait froid et les gens attendaient le bus devant la gare.
ERREUR : impossible de se connecter au serveur (code {num})
CONDITIONS GÉNÉRALES DE VENTE
La recette demande de la farine, du beurre et un peu de rose pour la couleur.
""",
"nl": r"""
[Hallo|Goedemorgen|Goedemiddag], [u spreekt met|met|mijn naam is] {P}, ik bel over mijn rekening.
Geachte [heer|meneer] {PL},\n\nBedankt voor uw bericht aan {O}.
Geachte mevrouw {PL}, uw afspraak is {D}.
Ik heet {P} en ik woon op {A}.
Naam: {P}\nAdres: {AS}\nWoonplaats: {L}\nNationaliteit: {N}\nBeroep: {J}
Patiënt: {P}, geboren {DB}, wonende te {A}
[Met vriendelijke groet|Groeten|Hartelijke groet],\n{P}\n{J}\n{O}
Van: {P} <{email}>\nAan: {P} <{email}>\nOnderwerp: vergadering
{P} werkt sinds {DM} als {J} bij {O}.
ik sprak {D} met {PF} en {PF} komt ook
mijn dochter {PF} en mijn zoon {PF} wonen in {L}
Bezorgen bij:\n{P}\n{AM}
De heer {PL} en mevrouw {PL} tekenen het contract in {L}.
Bedankt {PF}, tot {D}!
{PL};{PF};{ndate};{L}
Volgens {P}, {J} bij {O}, stijgen de prijzen in {C}.
Huisarts: dr. {P}, {A}
U kunt het bedrag van {money} binnen veertien dagen overmaken.
Het regende en de trein was weer te laat.
Klik op Opslaan om de instellingen te bewaren.
FOUT: geen verbinding met de server ({num})
ALGEMENE VOORWAARDEN
""",
"pt": r"""
[Olá|Bom dia|Boa tarde], [sou|aqui é|meu nome é] {P} e ligo por causa da minha conta.
Prezado [senhor|Sr.] {PL},\n\nObrigado por contactar {O}.
Cara [senhora|Sra.|Dra.] {PL}, a sua consulta é {D}.
Chamo-me {P} e moro na {A}.
Nome: {P}\nMorada: {AS}\nCidade: {L}\nNacionalidade: {N}\nProfissão: {J}
Paciente: {P}, {G}, residente em {A}
[Atenciosamente|Cumprimentos|Abraços|Com os melhores cumprimentos],\n{P}\n{J}\n{O}
De: {P} <{email}>\nPara: {P} <{email}>\nAssunto: reunião
{P} trabalha como {J} na {O} desde {DM}.
falei {D} com {PF} e {PF} também vem
a minha filha {PF} e o meu filho {PF} moram em {L}
Entregar a:\n{P}\n{AM}
{P}, {N}, residente em {A}, e {O} celebram o presente contrato.
Obrigada {PF}, até {D}!
{PL};{PF};{ndate};{L}
nascido em {L} a {DB}
Segundo {P}, {J} da {O}, os preços sobem em {C}.
O pedido {id} será entregue sem custos. Valor: {money}.
Estava frio e as pessoas esperavam o autocarro.
Clique em Guardar para aplicar as definições.
ERRO: falha na ligação ao servidor ({num})
CONDIÇÕES GERAIS
""",
"it": r"""
[Salve|Buongiorno|Buonasera], sono {P} e chiamo per la mia bolletta.
Gentile [signor|Sig.] {PL},\n\nGrazie per aver contattato {O}.
Gentile [signora|Sig.ra|Dott.ssa] {PL}, il suo appuntamento è {D}.
Mi chiamo {P} e abito in {A}.
Nome: {PF}\nCognome: {PL}\nIndirizzo: {AS}\nCittà: {L}\nNazionalità: {N}\nProfessione: {J}
Paziente: {P}, {G}, residente in {A}
[Cordiali saluti|Distinti saluti|Saluti],\n{P}\n{J}\n{O}
Da: {P} <{email}>\nA: {P} <{email}>\nOggetto: riunione
{P} lavora come {J} presso {O} da {DM}.
ho parlato {D} con {PF} e viene anche {PF}
mia figlia {PF} e mio figlio {PF} vivono a {L}
Spedire a:\n{P}\n{AM}
Tra {O}, rappresentata da {P}, e {P}, cittadino {N}, residente in {A}
Grazie {PF}, a {D}!
{PL};{PF};{ndate};{L}
nato a {L} il {DB}
Secondo {P}, {J} di {O}, i prezzi aumentano in {C}.
L'avvocato {P} difende {P} davanti al tribunale di {L}.
L'ordine {id} sarà consegnato senza spese. Totale: {money}.
Faceva freddo e la gente aspettava l'autobus davanti alla stazione.
Fare clic su Salva per applicare le impostazioni.
ERRORE: connessione al server non riuscita ({num})
CONDIZIONI GENERALI DI CONTRATTO
""",
}
T = {k: v.strip().split("\n") for k, v in T.items()}
