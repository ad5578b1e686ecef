namespace Redaction.Text;

/// <summary>How sure a word makes it that a street is named.</summary>
internal enum StreetWord
{
    /// <summary>No street word.</summary>
    None,
    /// <summary>Also an everyday word: <c>12 Data Path</c>.</summary>
    Rare,
    /// <summary>A street beside a capital letter: <c>12 Elm Drive</c>.</summary>
    Common,
    /// <summary>A street in small letters too: <c>12 elm avenue</c>.</summary>
    Strong,
}

/// <summary>The words of street addresses in the languages that the grammar knows.</summary>
internal static class AddressWords
{
    public static readonly WordTable<StreetWord> After = Table("after");

    public static readonly WordTable<StreetWord> Before = Table("before");

    private static readonly (string Ending, StreetWord Kind)[][] s_endings = ByLastLetter();

    private static readonly WordSet s_noStreet = new(
        "sitzplatz arbeitsplatz stellplatz parkplatz listenplatz startplatz spielplatz tabellenplatz brigade blockade renegade decade "
        + "string spring during bring nothing anything everything something hearing nearing offering " +
        "irgendweg keineswegs hinweg durchweg vorweg wohlweg unterweg zweig zweck bahnhof friedhof bauernhof gerichtshof jahrgang "
        + "jahrmarkt arbeitsmarkt aktienmarkt supermarkt flohmarkt weihnachtsmarkt " +
        "norweg freeweg actie functie politie versie sectie editie activetie necktie bowtie zombie cookie selfie movie rookie magpie "
        + "indie carpark ballpark skatepark theme-park monitoring engineering testing meeting building " +
        "training opening setting rating ranking drawing heading manufacturing bering mastering numbering ordering rendering scoring "
        + "filtering clustering rest latest registr administr ministr astr abstr constr instr substr");

    /// <summary>Small words inside names: <c>Rua das Flores</c>, <c>Avenue of the Americas</c>.</summary>
    public static readonly WordSet Links = new(
        "de la le les du des del della delle dello degli dei di da do dos das los las el y e et d l van von der den dem het 't ter ten "
        + "te zur zum am an im in of the and und og och i w na st sankt santa san são sainte saint");

    /// <summary>Words after which a number and a small-letter street word are something else: <c>10 minute drive</c>,
    /// <c>4 lane road</c>.</summary>
    public static readonly WordSet NoName = new(
        "minute minutes min mins hour hours hr hrs mile miles km kilometers kilometres meter meters metre metres m ft feet yard yards "
        + "day days week weeks month months year years block blocks lane lanes car cars way people persons men women " +
        "percent per am pm a an and or but if is are was were be been to from for with on in at by as it its this that these those their "
        + "his her my your our all more most new other first second third next last of the than then " +
        "euro euros dollar dollars pounds cents times x bytes kb mb gb items files lines different separate busy main-road houses homes "
        + "shops cars buses trips stops seconds sec ms users million billion thousand hundred dozen degrees units old few big small long "
            + "short wide out up down off over under via about around near into across along not no so we he she they you who "
                + "which what when where how");

    /// <summary>Words before the number or letter of a flat: <c>Apt. 5</c>.</summary>
    public static readonly WordSet Units = new(
        "bât bâtiment apt apartment suite ste unit flat room rm floor fl bldg building lot trailer bus bte boîte boite etage étage "
            + "stiege top tür "
        + "wohnung whg app appt appartement piso puerta planta escalera esc bloque bloco apto apartamento interno int scala piano lok m "
            + "lokal mieszkanie wohn hus leil dept department no. level lvl shop penthouse ph block blk sala andar fração kpl lgh");

    public static readonly WordSet Directions = new("n s e w ne nw se sw north south east west northeast northwest southeast southwest");

    public static readonly WordSet States = new(
        "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN "
        + "TX UT VT VA WA WV WI WY DC PR VI GU AS MP AA AE AP " +
        "AB BC MB NB NL NS NT NU ON PE QC SK YT NSW VIC QLD TAS ACT SP RJ MG RS BA CE GO PB RN SE AM DF ES MS MT MA TO SC BZ VR TV TP TA "
        + "UD PD VE FM NA MI NA BO FI GE AO BS BG");

    private static readonly WordSet s_countries = new(AddressCountries.Names, '|');

    /// <summary>True for the name of a country.</summary>
    public static bool IsCountry(ReadOnlySpan<char> name) => name.Length is >= 2 and <= 40 && s_countries.Contains(name);

    /// <summary>What the ending of a word such as <c>Lindenstraße</c> says.</summary>
    public static StreetWord Ending(ReadOnlySpan<char> word)
    {
        if (word.Length < 6) return StreetWord.None;
        var last = (char)(word[^1] | 0x20);
        if (last is not ((>= 'a' and <= 'z') or 'é' or '.')) return StreetWord.None;
        foreach (var (ending, kind) in s_endings[last])
            if (word.Length >= ending.Length + 3 && (kind != StreetWord.Rare || char.IsUpper(word[0]))
                && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return s_noStreet.Contains(word) ? StreetWord.None : kind;
        return StreetWord.None;
    }

    /// <summary>The endings by their last letter; short ones are weaker.</summary>
    private static (string Ending, StreetWord Kind)[][] ByLastLetter()
    {
        var endings = Lexicon.Streets.Of("ending strong")
            .Select(static e => (Ending: e, Kind: e.Length <= 4 ? StreetWord.Common : StreetWord.Strong))
            .Concat(Lexicon.Streets.Of("ending rare").Select(static e => (Ending: e, Kind: StreetWord.Rare))).ToArray();
        return [.. Enumerable.Range(0, 'é' + 1).Select(last => endings.Where(e => e.Ending[^1] == last).ToArray())];
    }

    private static WordTable<StreetWord> Table(string place) => new(Words(place, "strong", StreetWord.Strong)
        .Concat(Words(place, "common", StreetWord.Common)).Concat(Words(place, "rare", StreetWord.Rare)));

    private static IEnumerable<KeyValuePair<string, StreetWord>> Words(string place, string strength, StreetWord value) =>
        Lexicon.Streets.Of($"{place} {strength}").Select(word => new KeyValuePair<string, StreetWord>(word, value));
}
