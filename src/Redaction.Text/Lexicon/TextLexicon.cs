namespace Redaction.Text;

/// <summary>The tables of words that only text needs; each is read when it is first asked for. Shared ones are in
/// <see cref="Lexicon"/>.</summary>
internal static class TextLexicon
{
    /// <summary>How names of organisations end.</summary>
    public static LexiconTable LegalForms => field ??= Load("legal-forms");

    /// <summary>Names of fields that tell what their values are.</summary>
    public static LexiconTable Fields => field ??= Load("fields");

    /// <summary>Words about names.</summary>
    public static LexiconTable NameWords => field ??= Load("name-words");

    /// <summary>Names of time zones.</summary>
    public static LexiconTable TimeZones => field ??= Load("time-zones");

    /// <summary>Names of countries by their region.</summary>
    public static LexiconTable Countries => field ??= Load("countries");

    /// <summary>Names of the months in the languages that the shared table leaves out.</summary>
    public static LexiconTable Months => field ??= Load("months-more");

    /// <summary>Names in scripts without capitals.</summary>
    public static LexiconTable UnspacedNames => field ??= Load("unspaced-names");

    /// <summary>Names of persons, from which surrogates are taken.</summary>
    public static LexiconTable PersonNames => field ??= Load("person-names");

    /// <summary>Words of courts, and signs of their registers.</summary>
    public static LexiconTable CourtWords => field ??= Load("courts");

    /// <summary>Words that begin sentences and name nobody.</summary>
    public static LexiconTable OpeningWords => field ??= Load("opening-words");

    private static LexiconTable Load(string name) => LexiconTable.Load(typeof(TextLexicon), name);
}
