using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Field names in English, German, French, Spanish, Italian, Dutch and Portuguese: words in lower case, joined without a sign.</summary>
internal static class FieldVocabulary
{
    private const int Longest = 64;

    private static readonly FrozenDictionary<string, FieldMeaning>.AlternateLookup<ReadOnlySpan<char>> s_names = Build();

    /// <summary>The meaning of a column name (<c>first_name</c>) or JSON path (<c>$.customer.firstName</c>); null when there is none.</summary>
    public static FieldMeaning? Of(ReadOnlySpan<char> field)
    {
        if (field.IsEmpty || field[^1] == '~') return null; // a JSON path to names rather than values
        while (field.EndsWith("[*]", StringComparison.Ordinal)) field = field[..^3];
        var last = field[(field.LastIndexOf('.') + 1)..];
        Span<char> joined = stackalloc char[Longest];
        Span<int> starts = stackalloc int[Longest];
        Span<int> places = stackalloc int[Longest];
        var words = Join(last, joined, starts, places, out var length);
        // The words at the end say most: customer_first_name is a first name, and "name of customer" is not cut.
        for (var i = 0; i < words; i++)
            if (s_names.TryGetValue(joined[starts[i]..length], out var meaning)) return Weigh(meaning, field[..(field.Length - last.Length + places[i])], i);
        return null;
    }

    /// <summary>"customer_name" and "$.patient.name" name a person, "product_name" and "$.file.name" none.</summary>
    private static FieldMeaning? Weigh(FieldMeaning meaning, ReadOnlySpan<char> before, int wordsBefore)
    {
        if (meaning.Kind != FieldKind.Likely) return meaning;
        if (s_persons.OccurInField(before)) return meaning with { Kind = FieldKind.Whole };
        return wordsBefore == 0 && !s_things.OccurInField(before) ? meaning : null;
    }

    private static readonly ContextWords s_persons = new(
        "customer", "client", "patient", "person", "user", "employee", "contact", "caller", "agent", "applicant", "student", "member", "holder", "subscriber", "guest",
        "recipient", "sender", "beneficiary", "owner", "author", "kunde", "kunden", "mitarbeiter", "cliente", "paciente", "empleado", "salarié", "utente", "klant", "doctor", "physician", "subject", "insured");

    private static readonly ContextWords s_things = new(
        "product", "file", "item", "package", "project", "service", "event", "table", "column", "field", "model", "tool", "function", "class", "type", "category", "host", "server", "branch",
        "repo", "repository", "step", "job", "metric", "tag", "label", "variable", "module", "dataset", "company", "plan", "queue", "topic", "key", "schema", "index", "menu", "app");

    private static int Join(ReadOnlySpan<char> name, Span<char> joined, Span<int> starts, Span<int> places, out int length)
    {
        length = 0;
        var words = 0;
        var inWord = false;
        for (var i = 0; i < name.Length && length < Longest; i++)
        {
            if (!char.IsLetterOrDigit(name[i])) { inWord = false; continue; }
            var camel = i > 0 && char.IsUpper(name[i]) && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (!inWord || camel) (places[words], starts[words++]) = (i, length);
            inWord = true;
            joined[length++] = Folding.Fold(name[i]);
        }
        return words;
    }

    private static FrozenDictionary<string, FieldMeaning>.AlternateLookup<ReadOnlySpan<char>> Build()
    {
        var names = new Dictionary<string, FieldMeaning>(StringComparer.Ordinal);
        void Add(EntityType type, FieldKind kind, string words)
        {
            foreach (var word in words.Split(' ')) names.Add(word, new(type, kind));
        }
        AddPeople(Add);
        AddNumbers(Add);
        AddTechnical(Add);
        return names.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private static void AddPeople(Action<EntityType, FieldKind, string> add)
    {
        add(EntityTypes.Person, FieldKind.Whole,
            "firstname lastname surname fullname givenname givennames familyname middlename maidenname mothersmaidenname nickname displayname realname forename fname lname "
            + "patientname customername clientname employeename username userfullname contactname accountholder cardholder cardholdername nameoncard holdername spousename "
            + "vorname nachname familienname geburtsname vollername kundenname ansprechpartner prenom nomdefamille nomcomplet nombre apellido apellidos nombrecompleto cognome voornaam achternaam sobrenome nomecompleto");
        add(EntityTypes.Person, FieldKind.Likely, "name nom nome naam author owner contact customer patient employee recipient sender signatory doctor physician subject assignee reporter login user");
        add(EntityTypes.Address, FieldKind.Whole,
            "address addressline addressline1 addressline2 address1 address2 addr streetaddress street streetname homeaddress postaladdress mailingaddress billingaddress shippingaddress deliveryaddress residence "
            + "adresse anschrift strasse hausnummer wohnort rue voie direccion domicilio calle indirizzo via adres straat endereco rua");
        add(EntityTypes.Address, FieldKind.Code, "zip zipcode postcode postalcode plz postleitzahl codepostal codigopostal cap cep");
        add(EntityTypes.Location, FieldKind.Whole, "city town birthplace placeofbirth hometown cityofbirth village suburb county ort stadt geburtsort ville lieudenaissance ciudad lugardenacimiento citta luogodinascita woonplaats cidade");
        add(EntityTypes.Organization, FieldKind.Whole, "company companyname employer employername organization organisation firm school firma arbeitgeber entreprise employeur empresa azienda werkgever");
        add(EntityTypes.JobTitle, FieldKind.Whole, "jobtitle occupation profession jobposition beruf berufsbezeichnung metier poste profesion ocupacion cargo professione beroep profissao");
        add(EntityTypes.Nationality, FieldKind.Whole, "nationality citizenship ethnicity ethnicgroup religion staatsangehoerigkeit staatsangehorigkeit nationalitat nationalite nacionalidad nazionalita nationaliteit nacionalidade");
    }

    private static void AddNumbers(Action<EntityType, FieldKind, string> add)
    {
        add(EntityTypes.Date, FieldKind.Code, "dob birthdate dateofbirth birthday birthyear birth deathdate dateofdeath geburtsdatum geburtstag gebdatum datenaissance datedenaissance fechanacimiento fechadenacimiento datadinascita datanascita geboortedatum datadenascimento admissiondate dischargedate");
        add(EntityTypes.Age, FieldKind.Code, "age alter edad eta leeftijd idade");
        add(EntityTypes.Email, FieldKind.Code, "email emailaddress mail mailaddress useremail contactemail courriel correo correoelectronico");
        add(EntityTypes.Phone, FieldKind.Code, "phone phonenumber telephone tel mobile mobilenumber mobilephone cell cellphone homephone workphone fax faxnumber msisdn callerid telefon telefonnummer handy handynummer mobil portable telefono movil cellulare telefoon celular telefone");
        add(new("us.ssn"), FieldKind.Code, "ssn socialsecurity socialsecuritynumber");
        add(EntityTypes.CreditCard, FieldKind.Code, "cardnumber creditcard creditcardnumber ccnumber ccnum pan kartennummer numerodecarte numerodetarjeta");
        add(EntityTypes.Iban, FieldKind.Code, "iban");
        add(EntityTypes.AccountNumber, FieldKind.Code,
            "accountnumber accountno acctno bankaccount customerid customernumber customerno clientid memberid membernumber patientid mrn medicalrecordnumber policynumber policyno contractnumber employeeid employeenumber studentid passport passportnumber "
            + "passportno driverlicense driverslicense driverslicensenumber licensenumber nationalid nationalidnumber idnumber idcard taxid taxnumber insurancenumber loyaltynumber kundennr kundennummer kontonummer konto vertragsnummer versicherungsnummer "
            + "steuernummer steuerid ausweisnummer passnummer personalnummer numeroclient numerodecompte numcliente numerodecliente dni nif nie codicefiscale bsn klantnummer cpf");
        add(EntityTypes.Ip, FieldKind.Code, "ip ipaddress ipaddr clientip remoteaddr remoteip");
        add(EntityTypes.Mac, FieldKind.Code, "macaddress macaddr");
        add(EntityTypes.Secret, FieldKind.Whole, "password passwd pwd passphrase secret clientsecret apikey accesstoken refreshtoken authtoken privatekey pin cvv cvc securitycode passwort kennwort motdepasse contrasena senha");
        add(EntityTypes.LicensePlate, FieldKind.Code, "licenseplate licenceplate plate platenumber numberplate kennzeichen immatriculation matricula targa kenteken");
    }

    private static void AddTechnical(Action<EntityType, FieldKind, string> add)
    {
        add(default, FieldKind.Timestamp, "createdat updatedat modifiedat deletedat timestamp ts createdon updatedon lastmodified createdtime updatedtime starttime endtime ingestedat processedat exportedat");
        add(default, FieldKind.Technical,
            "id uuid guid sha sha1 sha256 md5 hash checksum digest commit revision version build etag offset index seq sequence size length count port status statuscode "
            + "traceid spanid requestid runid jobid latency duration bytes line column schema");
    }
}
