namespace Redaction;

/// <summary>The tables of words that text, names and speech share; each is read when it is first asked for.</summary>
internal static class Lexicon
{
    /// <summary>Names of the months.</summary>
    public static LexiconTable Months => field ??= Load("months");

    /// <summary>Names of the days of the week.</summary>
    public static LexiconTable Weekdays => field ??= Load("weekdays");

    /// <summary>Titles before a name.</summary>
    public static LexiconTable Titles => field ??= Load("titles");

    /// <summary>Words that a name follows.</summary>
    public static LexiconTable Introductions => field ??= Load("introductions");

    /// <summary>Words that name a street.</summary>
    public static LexiconTable Streets => field ??= Load("streets");

    private static LexiconTable Load(string name) => LexiconTable.Load(typeof(Lexicon), name);
}
