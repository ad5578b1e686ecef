"""English templates. {X} slots are in values.py; [a|b] is a choice; a literal \\n is a new line."""

PERSON = r"""
[hi|hello|hey|good morning|good afternoon], this is {P} [calling from|with|from] {O}, how [are you today|can i help]?
my name is {P} and i live at {A}
[okay|ok|right|alright] {PF}, can you spell your last name for me please
[yes|yeah|yep] it's {P}, that's right
Hello, my name is {P}. I am calling about my account.
can i [speak|talk] to {P} please
thank you {PF}, is there anything else i can help you with
Thanks for calling {O}, my name is {PF}, how may I help you?
the account is under {P} i think, or maybe under my [husband|wife|partner] {P}
so um i was born in {L} but i grew up in {L}
[did you mean|was that|is it] {P} or {P}
my [daughter|sister|mother|aunt|niece] {P} and my [son|brother|father|uncle] {P} are on the policy too
{P} is my wife and she can talk to you about it
it's a joint account with {P}
[Agent|AGENT|Rep]: good morning {O}, {PF} speaking\n[Customer|CUSTOMER|Caller]: hi {PF}, it's {P} again
the driver's name was {P} and the car was registered in {L}
please book a table for two at eight under the name {P}
remind me to call {P} {D}
send an email to {P} about the meeting with {O}
mr {PL} your appointment with doctor {PL} is confirmed for {D}
{P}'s phone number is {phone}
I got this from {PF}'s desk.
hey {PF} could you forward this to {PF} thanks
[ticket|case|issue] opened by {P}, assigned to {P}
yeah so {PF} told me that {PF} is leaving {O}
the beneficiary is {P}, relationship spouse
uh huh and your first name? {PF}. and the surname? {PL}
I spoke with {P} {D} and she said {P} would call me back
Dear {P},
Dear [Mr|Mrs|Ms|Mr.|Mrs.|Ms.|Dr.|Dr|Prof.] {PL},\n\nThank you for contacting {O}. [We have received your request|Your order {id} has shipped|Your claim is being processed].
[Best regards|Kind regards|Sincerely|Regards|Cheers|Thanks|Best|Yours faithfully|Many thanks],\n{P}
[Best regards|Kind regards|Sincerely],\n\n{P}\n{J}\n{O}
[Best|Thanks],\n{PF}
Hi {PF},\n\nCould you [send|forward|share] the {prod} report to {PF} and {PF} before {D}?\n\nThanks,\n{PF}
From: {P} <{email}>\nTo: {P} <{email}>\nSubject: [meeting|invoice|contract|travel plans|Q3 numbers]\n\nHi {PF},
From: {P}\nSent: {D}\nTo: {P}\nCc: {P}; {P}\nSubject: RE: [update|offer|your application]
On {D}, {P} wrote:
{P} ({O}) wrote on {D}:
[Patient|PATIENT|Pt|Resident]: {P} [DOB|Date of birth|D.O.B.]: {ndate} [MRN|Record]: {id}
The patient, {P}, is a {G} resident of {L}.
Patient {P} was [admitted to|discharged from|transferred to] {O} on {D}.
Dr. {P} referred {PT} to {O} for further evaluation.
Referring physician: Dr {P}\nAttending: {P}, MD\nConsultant: Mr {PL}
{PT} is a {G} [man|woman|male|female] with a history of [hypertension|asthma|type 2 diabetes|chronic back pain], seen [today|in clinic] by Dr {PL}.
[Mother|Father|Next of kin|Emergency contact|Guardian]: {P}, {phone}
[Discussed|Reviewed] with {P}, RN, and Dr. {PL}. Family ({PF} and {PF}) updated.
Contact {P} at {O} for details.
Contract between {O} and {P}, residing at {A}.
This [Agreement|Lease|Deed] is made on {D} between {P} ("the [Landlord|Seller|Lender]") and {P} ("the [Tenant|Buyer|Borrower]").
IN WITNESS WHEREOF, {P} and {P} have executed this Agreement as of {D}.
{PL} v. {PL}, No. {id}
{PL} v {O} [2019] EWCA Civ {num}
The [plaintiff|defendant|claimant|appellant|respondent], {P}, [alleges|denies|testified] that {PT} [signed|never signed] the document.
Before: {PL} J, {PL} LJ and Lord {PL}
Counsel for the appellant: {P} and {P}, instructed by {O}.
[Witness|Notary|Executor|Trustee]: {P}, {J}, of {A}
The employee {P} works as [an|a] {J} for {O} in {L}.
[Employee|Employee name|Staff member|Candidate|Applicant]: {P}\n[Position|Job title|Role|Title]: {J}\n[Department|Team]: [Finance|HR|Operations]\n[Manager|Reports to|Line manager]: {P}
{P} joined {O} as {J} in {DM} and was promoted to {J} {D}.
{P} has been on leave since {D}; {P} is covering.
Performance review for {P}: {PF} [meets|exceeds] expectations. Reviewer: {P}.
Interview notes: {P}, currently {J} at {O}, {N}, lives in {L}, available from {D}.
Payroll change: {PL}, {PF} - new salary {money} effective {DM}
Customer name: {P}\nAddress: {A}\nPhone: {phone}
Name: {P} DOB: {ndate} City: {L}
Name: {P}\nNationality: {N}\nPlace of birth: {L}\nOccupation: {J}
First name: {PF}\nLast name: {PL}\nStreet: {AS}\nCity: {L}\nCountry: {C}
Full Name: {P} | Email: {email} | Phone: {phone}
[Surname|Family name|Last name]: {PL}    [Given name|First name|Forename]: {PF}
[Attendees|Present|Participants|Panel]: {P}, {P}, {P}[ and {P}|]
[CC|Cc|cc]: {P}; {P}
[Apologies|Absent]: {P}, {PF} {PI}.
[Reported|Reviewed|Approved|Signed|Prepared|Submitted] by {P} [on behalf of {O}|on {ndate}|].
Action: {PF} to send the {prod} plan to {PF} by {D}.
According to {P}, the {O} deal closed in {L}.
{id},{PF},{PL},{email},{L},{C}
{id};{PL};{PF};{ndate};{AS};{L}
"{PL}, {PF}","{email}","{phone}","{J}"
{PF}\t{PL}\t{J}\t{O}\t{L}
name,job,company\n{P},{J},{O}\n{P},{J},{O}\n{P},{J},{O}
{ts} INFO user {P} logged in from {ip}
{ts} [audit] {P} approved request {id} for {P}
{ts} WARN payment failed customer="{P}" order={id}
user_name={PF} {PL} action=login ip={ip}
{"name": "{P}", "email": "{email}", "city": "{L}"}
{"firstName": "{PF}", "lastName": "{PL}", "company": "{O}"}
<customer><name>{P}</name><city>{L}</city></customer>
{PF}: [lol|haha|omg|ok] [are you coming|see you] {D}?\n{PF}: yeah [bringing {PF} too|with {PF}]
[{time}] {P}: can someone look at {id}?\n[{time}] {P}: on it
@{PF} can you check with {PF}?
[met|saw|bumped into] {P} at {O} {D}, [{PF}|she|he] says hi
we named the [dog|cat|baby] {PF}
[happy birthday|congrats|well done|get well soon] {PF}!!
is {PF} still working with {PF} at {O}
i think {PF} and {PF} broke up {D}
[uncle|aunt|auntie|grandma|cousin] {PF} is visiting from {L}
The award went to {P} of {O}.
{P}, [a|the] {J} at {O}, said {D} that prices would rise.
{P}, {G}, of {L}, was arrested {D}.
"{Q}," said {P}[, who lives in {L}|].
{P} and {P} got married in {L}, {C}.
[Mr|Mr.] and [Mrs|Mrs.] {PL} live at {A}.
This is {PF}. {PF} {PL}. [I'm the {J}.|I work for {O}.|]
it's spelled {SP}
my surname is {PL}, [that's|spelled] {SP}
[first name|given name] {PF} [last name|surname] {PL} [date of birth|born] {DB}
and what is the name on the card? it's {P}
you're speaking with {PF} [today|here], may i have your full name? {P}
[can you|could you] transfer me to {PF} in [billing|sales|support]
the [technician|engineer|doctor] who came was [called|named] {PF} [something|{PL} i think|]
i'd like to add {P} as an authorised user
Ship to: {P}\n{AM}
Bill to:\n{O}\nAttn: {P}\n{AM}
{P}\n{AM}
{O}\n{AM}\n{phone}
Passenger: {PU}/{PU2} MR\nFrom: {L} To: {L}
PASSENGER NAME: {P}
Tenant {P} reported a leak in [the kitchen|the bathroom] at {A}.
Policyholder {P} ([{G}|born {DB}]) called about claim {id}.
Beneficiary: {P} ({N})
Student {P} was absent {D}. Teacher: {PT}.
Dear Hiring Manager,\n\nI am writing to apply for the {J} position at {O}. [...|I have worked as {J} at {O} since {DM}.]\n\nSincerely,\n{P}
{P} - {J} - {O}
{P} | {J} | {L}, {C}
Author: {P}
Copyright (c) 2021 {P}
Signed-off-by: {P} <{email}>
Co-authored-by: {P} <{email}>
reviewer {P} requested changes
Speaker 1: so {PF} where are you calling from\nSpeaker 2: i'm in {L} in {C}
account holder {P} confirmed identity with [mother's|father's] maiden name {PL}
The officers interviewed {P} ({G}) and {P} at {A}.
Officer {PL} [badge {num}|] arrived at {AS} at {time}.
nurse {PF} [gave|administered] the [dose|medication] at {time}
Please contact {P} ([ext. {num}|{phone}]) or {P}.
Thank you for your patience, {PF}.
Ms {PL} has a {N} passport and works as {J}.
This is to certify that {P}, {N} national, [is employed|was employed] at {O} as {J}.
I, {P}, of {A}, [declare|hereby confirm] that the above is true.
{PF} {PI}. {PL} ({J})
Team: {PF} ([lead|PM]), {PF}, {PF}, {PF}
Thanks {PF} and {PF}!
Kids: {PF} (7), {PF} (4)
[prescribed by|seen by|referred by] {PT} at {O}
what's the balance on {P}'s account
{P}'s [car|laptop|wallet|bag] was stolen {D} near {L}
[how|why] did {PF} get [promoted|hired|fired] at {O}?
The [film|book|song|painting] by {P} [won|was sold in {L}|is my favourite].
I [love|miss|hate|know] {PF}.
{PF} and I went to {L} {D}, then {PF} joined us from {O}.
{PF} [said|told me|thinks|knows|asked] that {PF} [was late|will come|lost the keys]
[Ask|Tell|Call|Email|Ping|Meet] {PF} about the {prod} issue.
Is {P} [available|in today|your manager]? 
[My|Our] [boss|neighbour|landlord|lawyer|dentist|coach|teacher|therapist], {P}, [moved to|comes from] {L}.
President {PL} [met|called] Prime Minister {PL} in {L} {D}.
[Senator|Governor|Mayor|Judge|Captain|Colonel|Detective|Officer|Coach|Pastor|Rabbi|Imam|Father|Sister] {PL} [spoke|arrived] {D}.
{P} was born in {L}, {C}, and studied at {O}.
{PL} and {PL} (2019) reported similar results.
{PL} et al. [described|showed] this effect.
{PL}, {PI}., & {PL}, {PI}. (2018). A study of {fn}. {O}.
{P} [scored|beat|defeated|signed for] {P} in {L} {D}.
I'm [calling|writing] [on behalf of|for] my [mother|father|client], {P}, [who lives at {A}|aged {GN}].
You can reach me, {P}, at {phone} or {email}.
{P} here, just following up on {id}
this is {PF} {PL} with {O} returning your call my number is {phone}
[uh|um] the name's {PF} [uh|um] {PL} [and|,] i'm calling about {prod}
okay so {PF}, {PF} is your husband? no {PF} is my son, {PF} is my husband
[good|thanks] {PF} and just to verify can i get your address? [sure|yes] it's {A}
[put|get] me through to {PF} {PL} please
[i|we] had an appointment with {PF} [at|for] {time}
[she|he]'s called {PF}, {PF} {PL}
it's {PF} with a [k|c|z|y|double l]
[Godmother|Bride|Groom|Best man|Bridesmaid]: {P}
Rent receipt: received from {P} for {AS}, {money}
[Payer|Payee|Remitter|Account name|Cardholder]: {P}
[PATIENT NAME|NAME|CLIENT|EMPLOYEE|DEFENDANT]: {PU}, {PU2}
{PU2} {PU}
[MR|MRS|MS|DR] {PU}
Shift: {PF} {PI}., {PF} {PI}., {PF} {PI}.
1. {P}\n2. {P}\n3. {P}\n4. {P}
- {P} ({O})\n- {P} ({O})
* {P}: {phone}\n* {P}: {phone}
{id} | {P} | {L} | {money}
{P}\t{email}\t{phone}\t{L}
First Name,Last Name,City\n{PF},{PL},{L}\n{PF},{PL},{L}\n{PF},{PL},{L}
customer: {P}\nstatus: open\nowner: {P}
{ts} {fn}: created account for {P} ({email})
{ts} [{cls}] Assigned task {id} to {PF} {PL}
"author": "{P}", "reviewers": ["{P}", "{P}"]
name = "{P}"
""".strip().split("\n")

OTHER = r"""
I moved from {L} to {L} {D}.
and what is the address on file? it is {A}
[my|our] [new |old |]address is {A}
[i live|we live|she lives] [at|on] {AS} in {L}
Please [ship|send|deliver] it to {A} [by {D}|].
Deliver to:\n{AM}
The [office|store|clinic|warehouse] at {A} [will be closed|opens again] {D}.
Property: {A}. Rent {money} per month.
We are flying from {L} to {L} via {L} {D}.
what is the weather like in {L}
is that {L} as in the city in {C}
she is from {C} and he is from {L}
He is {N} and his wife is {N}.
[She|He] holds a {N} passport and speaks {N2}.
[nationality|citizenship]: {N}
Citizenship: {N}\nEthnicity: {N}
our {N} customers [asked|complained] about the {prod}
i'm {N} but i've lived in {L} for years
[born|date of birth] {DB}
[i was born|born] on {DB}
Your appointment is [on|set for] {D} at {time}.
I [called|wrote|emailed] you {D} and [nobody answered|no reply yet].
the [delivery|payment|invoice] was due {D}
Symptoms started {D} and got worse {D}.
The meeting was moved from {D} to {D}.
{D}: [started|stopped] [amoxicillin|ibuprofen|metformin] {num} mg
Effective {DM}, the new rate is {money}.
[He|She] is {G}[.| and retired.]
a {G} [patient|driver|man|woman|student] from {L}
patient is {G}, no known allergies
i'm {G} and i work as a {J}
[age|Age]: {GN}
[We are hiring|They want] a {J} in {L}.
[my|her] [job|occupation] is {J}
[worked|working] as a {J} at {O} [since {DM}|for ten years]
[I am|She is|He is] a {J} [at {O}|in {L}|]
Occupation: {J}\nEmployer: {O}
Position: {J}, {O}, {L}
The [{J}|{J}] will contact you {D}.
{O} announced {D} that it will acquire {O}.
I bank with {O} and my [insurance|pension] is with {O}.
[my|the] [employer|company] is {O}
[she|he] [works|studies] at {O}
Invoice from {O}, {A}, VAT {id}
{O} ([the "Company"|the "Supplier"]) has its registered office at {A}.
Supplier: {O}\nContact: {email}
Payee: {O} Amount: {money}
Referred to {O} for [MRI|CT|blood tests].
{ts} company="{O}" city="{L}" status=200
{id},{O},{L},{C},{money}
The [conference|fair] takes place in {L}, {C}, {D}.
[Offices|Branches] in {L}, {L} and {L}.
{L}, {D}
{L}, {C} - {Q}
[visited|traveling to|back from] {C} and {C} {D}
Shipping from {L} to {L} takes {num} days.
[turn left|the bus stops] at {AS}
address line 1: {AS}\ncity: {L}\npostcode: {zip}\ncountry: {C}
home address {A}
[Branch|Location|Site]: {AS}, {L}
accident at the corner of {AS} and {AS}
{O}, {A}, {phone}, {email}
[Sent|Mailed] to {A} on {D}.
[in|since|until|from|by] {DM} [we expect|they had] {num} units
[on|by] {D} [latest|please|the contract ends]
how do i change my address to {A}
Can you confirm that {A} is still correct?
The package was [left|returned] at {A} by mistake.
[We|They] [moved|are moving] to {A}.
[Visit us|Find us|Meet me] at {A}.
My old address was {A} and the new one is {A}.
[Mailing|Billing|Shipping|Home|Work] address:\n{AM}
{AM}
{A}
[in|near|outside|around|from] {L}
[When|Where] is the next [train|bus|flight] to {L}?
{L} is [bigger|colder|older] than {L}.
He [drove|walked|moved] from {L}, {C} to {L}.
[Where is|I work for|Have you heard of|Do you like] {O}?
[Shares of|The CEO of|A spokesman for|Staff at] {O} [fell|said|left] {D}.
{O} and {O} [merged|signed a deal|sued each other].
I bought it [at|from] {O} in {L}.
My [health|car|home] insurance is {O}, policy {id}.
[my|the] {N} [friend|neighbour|colleague|restaurant|passport|embassy]
[a|the] {N} {J}
[Is|Was] [he|she] {N} or {N}?
[looking for|hired|need] a {J} [and|or] a {J}
[promoted|moved] from {J} to {J}
[He|She] retired as {J} {D}.
[As|Being] a {J}, I [work nights|travel a lot].
[The deadline is|Due|Expires|Valid until|Closed on] {D}
[let's meet|call me|I'll be back|see you|we spoke|I paid] {D}
""".strip().split("\n")

NEGATIVE = r"""
no problem, mark my words, we will grant you a refund in may be two weeks
will you please [mark|check] the box and sign here
i will pay the bill [in full|next time] and hope for the best
she was frank about the faith and hope and the grace period
the rose in the garden is a joy
please sign here and here and return it by post
I need to reset my password and update my card.
may i ask why the bill is so high? we may have charged you twice
[will|may] the system [mark|flag] the item as paid
Chase the invoice, then mark it as paid.
The Bill was passed after a frank debate. A grant may follow.
The [Jordan|Nile] river and the [rose|lily|iris|violet|daisy|jasmine|ivy] flowers in art class
please drop a pin, jack up the car, and rob no one
the sale starts early and the summer collection will be green, brown, black and white
i want to cancel my order, it never arrived and the tracking says delivered
[okay|right|sure|yeah] so let me pull up your account here, one moment please
can you hold for one second while i check that for you
so what happened is the screen went black and then nothing
yeah no i totally understand, that's frustrating
is there anything else i can help you with today
your call may be recorded for quality and training purposes
Thank you for your order. Your package will arrive soon.
Click the link below to reset your password. If you did not request this, ignore this e-mail.
The application crashed when the user pressed Save twice. Steps to reproduce: open Settings, choose Network, press Apply.
Expected: the dialog closes. Actual: an error message appears.
{prod} {ver} [crashes|freezes|fails] on startup after the update
We migrated from {prod} to {prod} and upgraded {prod} to {ver}.
Install {prod} {ver} or later, then restart {prod}.
[Does|Can] {prod} [support|integrate with] {prod}?
[Error|Exception|Warning]: {err}
{ts} INFO  [main] {cls} - Started in {num} ms
{ts} DEBUG [worker-{num}] {cls}: cache miss key={id}
{ts} ERROR {cls}.{fn}: {err} (attempt {num} of 5)
{ts} WARN  {cls} Connection reset by peer; retrying in {num}s
{ip} - - "GET /api/v1/{fn}?id={num} HTTP/1.1" 200 {num}
	at com.example.{fn}.{cls}.{fn}({cls}.java:{num})
Traceback (most recent call last):\n  File "app.py", line {num}, in {fn}\n    raise {cls}("{err}")
def {fn}(self, value):\n    return self.{fn} + value
public async Task<{cls}> {cls}Async({cls} request, CancellationToken token)
if ({fn} == null) throw new {cls}(nameof({fn}));
var {fn} = new {cls}({num}); {fn}.Add("{id}");
SELECT {fn}, {fn} FROM {fn} WHERE id = {num} ORDER BY {fn} DESC;
import {fn}\nfrom {fn} import {cls}
{fn}: {num}\n{fn}: true\n{fn}: "{ver}"
{"id": {num}, "status": "ok", "version": "{ver}", "type": "{cls}"}
<div class="{fn}"><span id="{fn}">Loading</span></div>
npm install {fn} && npm run build
git commit -m "Fix {fn} in {cls}"
- [Fix|Add|Remove|Improve] {fn} [handling|support|tests] in {cls}
## [Installation|Usage|Configuration|Getting Started|License|Release Notes]
[QUARTERLY REPORT|TERMS AND CONDITIONS|TABLE OF CONTENTS|EXECUTIVE SUMMARY|PRIVACY NOTICE|IMPORTANT SAFETY INFORMATION|FINAL DRAFT|SHIPPING LABEL|PAST MEDICAL HISTORY|REVIEW OF SYSTEMS|ASSESSMENT AND PLAN|DISCHARGE SUMMARY|LIMITATION OF LIABILITY|GOVERNING LAW]
[Past Medical History|Chief Complaint|Vital Signs|Medications|Allergies|Physical Exam]: [none|stable|unremarkable|see below]
BP {num}/{num}, HR {num}, RR 16, SpO2 98% on room air, afebrile.
[Metformin|Lisinopril|Atorvastatin|Amoxicillin|Omeprazole|Sertraline|Warfarin|Prednisone] {num} mg [daily|twice daily|as needed]
History of [Crohn disease|Parkinson disease|Hodgkin lymphoma|Alzheimer disease|Bell palsy|Cushing syndrome|Graves disease|Down syndrome|Raynaud phenomenon].
Lungs clear to auscultation bilaterally. No murmurs. Abdomen soft.
[Item|SKU|Part]: {id}  Qty: {num}  Price: {money}  Total: {money}
{num}\t{num}\t{num}\t{num}\n{num}\t{num}\t{num}\t{num}
| {num} | {num} | {num} |\n| {num} | {num} | {num} |
Order {id} total {money} paid by card ending {num}
The Supplier shall indemnify the Customer against all losses. Neither Party may assign this Agreement without the prior written consent of the other Party.
Subject to Section {num}, the Licensee shall pay the Fee within thirty days of the invoice.
The Court finds that the Defendant failed to give notice as required by Article {num}.
Section {num}. Definitions. "Confidential Information" means all information disclosed by either Party.
Water boils at a lower temperature at high altitude because the pressure is lower.
The cells were washed three times and incubated for {num} minutes at {num} degrees.
Preheat the oven, mix the flour and the butter, and bake until golden brown.
The train was late again and everybody was tired of waiting in the cold.
This function returns the number of items in the list, or zero if it is empty.
The new model has a larger battery, a better camera and a brighter screen.
A good manager listens. Teams with clear goals work better.
Users can export the report as PDF. Admins can change the settings.
Interest rates rose while markets fell; analysts expect a slow recovery.
The museum is open to the public and has free entry for children.
He opened the door, looked around, and went back to his room.
She took the keys and left without saying a word.
turn on the lights in the kitchen
play some music and set a timer for {num} minutes
add milk, eggs and bread to my shopping list
what time is it and what is the weather like
[The|Our] team [lost|won] the game in the last minute
Best wishes and a happy holiday season to you and your family
[Dear Customer|Dear Sir or Madam|Hello there|To whom it may concern|Dear valued customer|Hi all|Hi team|Dear colleagues],
[Kind regards|Best regards|Sincerely],\n[Customer Service|The Support Team|The Billing Department|Human Resources]
[Monday to Friday|Opening hours]: {num} to {num}
[Please|Kindly] find attached the signed contract and the invoice.
Delivery: standard. Payment: card. Gift wrap: no. Colour: [Navy|Charcoal|Olive|Ruby|Amber|Sienna|Scarlet|Hazel].
The [Jaguar|Mercedes|Lincoln|Bentley|Ford|Tesla] needs a new [battery|door|tyre] and the [jack|chuck|nick] is broken
[Apple pie|Caesar salad|Eggs Benedict|Cobb salad|Earl Grey tea|Bloody Mary|Shirley Temple|Margarita] {money}
[Monte Carlo simulation|Bayes theorem|Gaussian noise|Fourier transform|Newton method|Turing machine|Euler angles|Bernoulli trial] with {num} samples
The Adam optimizer and Xavier initialisation were used; the Pearson coefficient was {num}.
[Jenkins|Docker|Kubernetes|Maven|Ruby|Julia|Jasmine|Swift|Pascal|Ada|Haskell|Cassandra|Alexa|Siri|Cortana|Watson] [build|job|deployment|service] [failed|passed|restarted]
NOTE: THIS SECTION MUST BE COMPLETED BEFORE SUBMISSION
[The|A] [manager|doctor|teacher|driver|nurse] [was|is] [late|busy|helpful].
[He|She] was [born|married] a long time ago in a small town.
my [mom|dad|sister|brother|boss|wife|husband] [is|was] at home
[Both|Some|Most] [customers|patients|employees|students] [agree|left|waited].
[Open|Close|Save|Delete|Print|Export|Import] the [file|project|table|chart|report].
[Hope|Will|Mark|Grant|Grace|Rich|Bill|Drew|Pat|Sue|Rob|Art|Chase|Dean|Earl|Frank|Guy|Jack|Josh|Miles|Nick|Penny|Ray|Rusty|Skip|Wade|Will|Woody] is [also |]a [common word|verb|noun] here
i will [sue|mark|grant|chase|pat|rob|nick|josh|drew] it [later|tomorrow maybe]
[may|will|might|can|should] [you|we|they] [please |][wait|stop|check|sign]
it [may|might|will] rain but we [hope|trust|pray] it will not
[Python|Java|Ruby|Go|Rust|Swift] [code|library|package|module] for [parsing|reading|writing] files
{cls} {cls}Factory.Create({cls} {fn}, int {fn})
/// <summary>Gets the {fn} of the {fn}.</summary>
/// <param name="{fn}">The {fn} to {fn}.</param>
// [TODO|NOTE|FIXME]: {fn} may be null when the {fn} is empty
# {fn} the {fn} before the {fn}
    '''Return the {fn} of {fn}, or None.'''
    self.{fn} = {fn}
    return [{fn} for {fn} in {fn} if {fn} is not None]
    if not {fn}:\n        raise ValueError('{fn} must be {fn}')
class {cls}({cls}):
try:\n    import {fn}\nexcept ImportError:\n    {fn} = None
public sealed class {cls} : {cls}, I{cls}
private readonly {cls} _{fn};
throw new ArgumentException($"The {fn} '{fn}' is not known.");
using System.{cls};\nusing {cls}.{cls};
{ts} status installed lib{fn}:amd64 {ver}-{num}
{ts} upgrade {fn}:all {ver} {ver}
{ts} configure lib{fn}-dev:amd64 {ver}+deb12u1 <none>
[Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec]  {num} host sshd[{num}]: Connection closed by {ip} port {num}
The [Program|Work|Licensor|Contributor|Licensee|Licensed Material|Corresponding Source|Recipient|Original Author|Copyright Holder] [means|may|shall|must] [convey|distribute|the work|any person] under this License.
You may [convey|copy|modify] [a covered work|the Library|the Package] under the terms of [Section|section] {num} of the [License|GNU General Public License].
THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED
[The|This|Each|Every] [Detector|Operator|Finding|Policy|Region|Plan|Module|Service|Class|Method] [returns|takes|holds|finds|keeps] [a|the|one] [value|list|span|name].
| [Option|Name|Type|Value|Default] | [Description|Meaning|Notes] |\n| --- | --- |\n| `{fn}` | The {fn} of the {fn} |
See [Section|Chapter|Table|Figure|Appendix] {num} for details.
`{fn}` [returns|sets|needs] the `{fn}` of a `{cls}`.
{fn} --{fn} [file|path|name] --verbose
[GET|POST|PUT|DELETE] /v1/{fn}/{num} HTTP/1.1\nHost: example.com\nAccept: application/json
[Red|Blue|Green|Silver|Gold|Rose|Violet|Olive] [t-shirt|mug|shoes], size [S|M|L], {money}
[Windows|Linux|Android|Chrome|Firefox|Photoshop|Excel] [is|was] [slow|updated|restarted]
{ACR} and {ACR} files are [read|written|parsed] as {ACR}.
[Convert|Export|Upload] the {ACR} to {ACR}, then run the {ACR} check.
The {ACR} is [in|missing from|part of] the [manual|report|header].
{ACR}: {num}  {ACR}: {num}  {ACR}: {ACR}
[send|save] it as a {ACR} or a {ACR} please
The [CEO|CFO|HR|VAT|ID|PIN|SSN|DOB|ETA|FAQ|PDF|URL|VIP|DIY|OK] [field|number|form|page] is [empty|required|not shown].
Take the train to the [airport|station], then the bus to the [hotel|hospital|university|bank|office].
The [bank|insurance company|hospital|university|police|court|city council|board] [called|refused|agreed|closed].
[my|the] [bank|pharmacy|clinic|school] [is closed|did not answer]
pkg_{fn}-{fn}-java:all {ver}-{num} lib{fn}{num}:amd64 ({ver}+dfsg-{num})
Setting up lib{fn}-{fn}-dev ({ver}-{num}) ...
Unpacking {fn} ({ver}) over ({ver}) ...
STATUS: PENDING  PRIORITY: HIGH  TYPE: REQUEST
Status,Priority,Count\nOpen,High,{num}\nClosed,Low,{num}
""".strip().split("\n")
