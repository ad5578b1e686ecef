using System.Buffers;
using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Places, organisations and addresses word by word: a town becomes a town of the same country, any other name a surname, a number
/// another of the same length, and words that say what it is (<c>University</c>, <c>GmbH</c>, <c>Street</c>) stay.</summary>
internal sealed class WordSurrogate(byte[] key, byte[] salt, int language, PersonSurrogate persons, DocumentNames? names)
{
    private const int LongestAcronym = 5;

    /// <summary>Words that any place or organisation may have, beside the legal forms and the words of streets.</summary>
    private static readonly string[] s_kinds =
    [
        .. ("academy administration agency airport apartment apt association authority avenue bay beach bridge building bureau by "
        + "camp canton "
        + "centre center central church city clinic college commission committee company constitutional council county court courts "
        + "criminal "
        + "department dept district division east eastern embassy fifth first flat floor for fort foundation fourth government grand great "
        + "headquarters heights high hill hills home hospital house inc in institute international island islands junior kingdom "
        + "labour lake "
        + "library lower magistrates market medical middle ministry mount mountain municipal municipality museum national near new "
        + "no north "
        + "northern of office old on park parliament parish police port post primary prison province public queen's regional "
        + "republic river "
        + "royal san sankt santa school second secondary senior services society south southern square st saint state states "
        + "station street "
        + "suite supreme the third town tower trust union united university upper upon valley village von ward west western "
        + "administrative appeal appeals assize commercial crown family first-instance military prosecutor's instance "
        + "amtsgericht landgericht oberlandesgericht verwaltungsgericht arbeitsgericht gymnasium universität klinik krankenhaus "
        + "stadt bad am an "
        + "der die das und an im zu für bei cour d'appel tribunal de du des le la les et hôpital lycée université mairie ville audiencia "
        + "provincial juzgado y el los las del hospital universidad ayuntamiento tribunale di della dei ospedale università comune "
        + "rechtbank "
        + "gerechtshof ziekenhuis gemeente van het ten ter sąd rejonowy okręgowy w we uniwersytet szpital soud krajský okresní v "
        + "суд районный областной городской университет больница город улица ул г").Split(' '),
    ];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_kept = s_kinds
        .Concat(TextLexicon.LegalForms.Of("legal", "word").SelectMany(static form => form.Split(' ', '.')))
        .Concat(Lexicon.Streets.Of("after strong", "after common", "before strong", "before common").Select(static word =>
            word.Trim().TrimEnd('.')))
        .Where(static word => word.Length > 0).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] s_streetEndings =
        ["straße", "strasse", "str", "gasse", "weg", "platz", "allee", "straat", "laan", "gatan", "gata", "gade", "vägen", "vej", "veien",
            "katu"];

    /// <summary>Writes the surrogate of a value.</summary>
    public void Write(ReadOnlySpan<char> value, string type, IBufferWriter<char> output)
    {
        Span<byte> digest = stackalloc byte[KeyedDigest.Size];
        KeyedDigest.Compute(key, salt, type, value, digest);
        int position = 0, draw = 0;
        foreach (var range in NameParts.Of(value))
        {
            WriteBetween(value[position..range.Start.Value], digest, ref draw, output);
            position = range.End.Value;
            WriteWord(value[range], digest, ref draw, output);
        }
        WriteBetween(value[position..], digest, ref draw, output);
    }

    /// <summary>Remembers the words, so that no surrogate is one of them.</summary>
    public void Observe(ReadOnlySpan<char> value)
    {
        foreach (var range in NameParts.Of(value))
            if (!s_kept.Contains(value[range])) names?.Real.Add(value[range].ToString());
    }

    private void WriteWord(ReadOnlySpan<char> word, ReadOnlySpan<byte> digest, ref int draw, IBufferWriter<char> output)
    {
        if (s_kept.Contains(word)) { output.Write(word); return; }
        if (word.Length <= LongestAcronym && !word.ContainsAnyExceptInRange('A', 'Z'))
        {
            for (var i = 0; i < word.Length; i++) output.Write([(char)('A' + digest[draw++ % digest.Length] % 26)]);
            return;
        }
        foreach (var ending in s_streetEndings)
        {
            if (word.Length <= ending.Length + 2 || !word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) continue;
            output.Write(persons.Of(word[..^ending.Length], mayBeGiven: false));
            output.Write(word[^ending.Length..]);
            return;
        }
        output.Write(Cased(word, Town(word) ?? persons.Of(word, mayBeGiven: false)));
    }

    private static string Cased(ReadOnlySpan<char> word, string surrogate) => char.IsLower(word[0]) ? surrogate.ToLowerInvariant()
        : word.Length > 1 && char.IsUpper(word[^1]) ? surrogate.ToUpperInvariant() : surrogate;

    /// <summary>Another town of the country; null for a word that is no known town.</summary>
    private string? Town(ReadOnlySpan<char> word)
    {
        var of = NameLists.LanguageOfCity(word);
        if (of < 0) return null;
        Span<byte> digest = stackalloc byte[KeyedDigest.Size];
        KeyedDigest.Compute(key, salt, "town", word, digest);
        var towns = NameLists.Cities(of);
        for (var i = 0; i < towns.Length; i++)
        {
            var town = towns[(digest[0] * 256 + digest[1] + i) % towns.Length];
            if (!word.Equals(town, StringComparison.OrdinalIgnoreCase) && names?.Real.Contains(town) != true) return town;
        }
        return null;
    }

    /// <summary>A place of one unknown word becomes a town of the language of the surrogates.</summary>
    public bool TryTown(ReadOnlySpan<char> value, IBufferWriter<char> output)
    {
        foreach (var range in NameParts.Of(value))
            if (range.Start.Value > 0 || range.End.Value < value.Length || NameLists.LanguageOfCity(value) >= 0) return false;
        if (value.IsEmpty || NameScript.Of(value[0]) != NameLists.ScriptOf(language)) return false;
        Span<byte> digest = stackalloc byte[KeyedDigest.Size];
        KeyedDigest.Compute(key, salt, "town", value, digest);
        var towns = NameLists.Cities(language);
        for (var i = 0; i < towns.Length; i++)
        {
            var town = towns[(digest[0] * 256 + digest[1] + i) % towns.Length];
            if (value.Equals(town, StringComparison.OrdinalIgnoreCase) || names?.Real.Contains(town) == true) continue;
            output.Write(Cased(value, town));
            return true;
        }
        return false;
    }

    private static void WriteBetween(ReadOnlySpan<char> signs, ReadOnlySpan<byte> digest, ref int draw, IBufferWriter<char> output)
    {
        for (var i = 0; i < signs.Length; i++)
            output.Write([char.IsAsciiDigit(signs[i]) ? NumberSurrogate.Digit(signs, i, digest[draw++ % digest.Length]) : signs[i]]);
    }
}
