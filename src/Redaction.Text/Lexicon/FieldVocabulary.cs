using System.Collections.Frozen;
using System.Globalization;
using Meanings = System.Collections.Frozen.FrozenDictionary<string, Redaction.FieldMeaning>.AlternateLookup<System.ReadOnlySpan<char>>;

namespace Redaction.Text;

/// <summary>Names of values in many languages, as fields have them and as labels are written: one table for both.</summary>
internal static class FieldVocabulary
{
    private const int Longest = 64, ShortestPlural = 4;
    private const string AnyEntity = "any";
    private static readonly FrozenDictionary<string, FieldMeaning> s_all = Build(isLabel: false);
    private static readonly Meanings s_labels =
        Build(isLabel: true).GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly Meanings s_names =
        s_all.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly ContextWords s_persons = new(
        "customer", "client", "patient", "person", "user", "employee", "contact", "caller", "agent", "applicant", "student", "member",
        "holder", "subscriber", "guest",
        "recipient", "sender", "beneficiary", "owner", "author", "kunde", "kunden", "mitarbeiter", "cliente", "paciente", "empleado",
        "salarié", "utente", "klant", "doctor", "physician", "subject", "insured");

    private static readonly ContextWords s_things = new(
        "product", "file", "item", "package", "project", "service", "event", "table", "column", "field", "model", "tool", "function",
        "class", "type", "category", "host", "server", "branch",
        "repo", "repository", "step", "job", "metric", "tag", "label", "variable", "module", "dataset", "company", "plan", "queue", "topic",
        "key", "schema", "index", "menu", "app");

    /// <summary>The types that names give.</summary>
    public static IEnumerable<EntityType> Types =>
        s_all.Values.Where(static m => m.Type.Name is not null).Select(static m => m.Type).Distinct();

    /// <summary>The last words of all names, and the names themselves, folded.</summary>
    public static IEnumerable<string> LastWords => s_all.Keys.Concat(TextLexicon.Fields.Lines.SelectMany(static l => l.Words)
        .SelectMany(static name => (string[])[FoldAll(name[(name.LastIndexOf(' ') + 1)..]), FoldAll(name[(name.LastIndexOf('\'') + 1)..])]))
        .Where(static word => word.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>The meaning of a column name (<c>first_name</c>) or JSON path (<c>$.customer.firstName</c>);
    /// null when there is none.</summary>
    public static FieldMeaning? Of(ReadOnlySpan<char> field)
    {
        if (field.IsEmpty || field[^1] == '~') return null; // a JSON path to names rather than values
        while (field.EndsWith("[*]", StringComparison.Ordinal)) field = field[..^3];
        if (field[^1] == ')' && field.IndexOf('(') is > 1 and var bracket && OfName(field[bracket..], out _) is null)
            field = field[..bracket];
        var last = field[(field[0] == '$' ? field.LastIndexOf('.') + 1 : 0)..];
        return OfName(last, out var place, out var before) is not { } meaning ? null
            : Weigh(meaning, field[..(field.Length - last.Length + place)], before);
    }

    /// <summary>The meaning of a name without what it stands in; the longest of its last words that is known counts.</summary>
    /// <param name="name">Words in any case, joined by anything or nothing.</param>
    /// <param name="start">Where the words begin that were known.</param>
    public static FieldMeaning? OfName(ReadOnlySpan<char> name, out int start) => OfName(name, out start, out _);

    /// <summary>As <see cref="OfName(ReadOnlySpan{char}, out int)"/>, where a number follows: words count too that name nothing
    /// else.</summary>
    public static FieldMeaning? OfLabel(ReadOnlySpan<char> name, out int start)
    {
        Span<char> joined = stackalloc char[Longest];
        Span<int> starts = stackalloc int[Longest], places = stackalloc int[Longest];
        var words = JoinLast(name, joined, starts, places, out var length);
        var meaning = Find(s_names, joined[..length], starts[..words], out var before);
        start = meaning is null ? 0 : places[before];
        if (meaning is { Kind: not (FieldKind.Likely or FieldKind.Single or FieldKind.Whole or FieldKind.Technical) }) return meaning;
        if (Find(s_labels, joined[..length], starts[..words], out before) is not { } label
            || (meaning is not null && places[before] > start))
            return meaning;
        start = places[before];
        return label;
    }

    /// <summary>True when the words are known as a whole.</summary>
    public static bool TryGet(ReadOnlySpan<char> words, out FieldMeaning meaning)
    {
        Span<char> joined = stackalloc char[Longest];
        Span<int> starts = stackalloc int[Longest], places = stackalloc int[Longest];
        meaning = default;
        return Join(words, joined, starts, places, out var length) > 0 && s_names.TryGetValue(joined[..length], out meaning);
    }

    /// <summary>A letter or digit, or a mark that belongs to the letter before it.</summary>
    public static bool IsOfWord(char c) => char.IsAscii(c) ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c) || (c >= '\u0300'
        && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    /// <summary>Writes the letters and digits of a word as the table has them; returns how many they are.</summary>
    public static int Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        var length = 0;
        foreach (var c in word)
            if (IsOfWord(c)) folded[length++] = Fold(c);
        return length;
    }

    /// <summary>A word as the table has it.</summary>
    public static string FoldAll(string word)
    {
        Span<char> folded = stackalloc char[Longest];
        return folded[..Fold(word, folded)].ToString();
    }

    private static FieldMeaning? OfName(ReadOnlySpan<char> name, out int start, out int wordsBefore)
    {
        Span<char> joined = stackalloc char[Longest];
        Span<int> starts = stackalloc int[Longest], places = stackalloc int[Longest];
        var words = JoinLast(name, joined, starts, places, out var length);
        var meaning = Find(s_names, joined[..length], starts[..words], out wordsBefore);
        start = meaning is null ? 0 : places[wordsBefore];
        return meaning;
    }

    /// <summary>Joins the last words of a name, without the number after them: phone2.</summary>
    private static int JoinLast(ReadOnlySpan<char> name, Span<char> joined, Span<int> starts, Span<int> places, out int length)
    {
        if (name.Length > Longest) name = name[^Longest..];
        var words = Join(name, joined, starts, places, out length);
        while (length > 0 && words > 0 && char.IsAsciiDigit(joined[length - 1]) && starts[words - 1] < length - 1) length--;
        return words;
    }

    /// <summary>The meaning of the words, or of their singular.</summary>
    private static FieldMeaning? Find(Meanings all, ReadOnlySpan<char> joined, ReadOnlySpan<int> starts, out int wordsBefore)
    {
        if (FindExact(all, joined, starts, out wordsBefore) is { } exact) return exact;
        if (joined.Length > ShortestPlural && joined[^1] == 's') return FindExact(all, joined[..^1], starts, out wordsBefore);
        if (LabelWords.WithoutNumber(joined) is { Length: > 0 } stem && FindExact(all, stem, starts, out wordsBefore) is
            { Kind: FieldKind.Code } numbered && numbered.Type != EntityTypes.Date && numbered.Type != EntityTypes.Age) return numbered;
        if (starts.IsEmpty || LabelWords.HeadOf(joined[starts[^1]..]) is not { Length: > 0 } head) return null;
        wordsBefore = starts.Length - 1;
        return all.TryGetValue(head, out var meaning) ? meaning : null;
    }

    private static FieldMeaning? FindExact(Meanings all, ReadOnlySpan<char> joined, ReadOnlySpan<int> starts, out int wordsBefore)
    {
        // The words at the end say most: customer_first_name is a first name, and "name of customer" is not cut.
        for (wordsBefore = 0; wordsBefore < starts.Length; wordsBefore++)
        {
            if (starts[wordsBefore] >= joined.Length) break;
            if (all.TryGetValue(joined[starts[wordsBefore]..], out var meaning)) return meaning;
        }
        return null;
    }

    /// <summary>"customer_name" and "$.patient.name" name a person, "product_name" and "$.file.name" none.</summary>
    private static FieldMeaning? Weigh(FieldMeaning meaning, ReadOnlySpan<char> before, int wordsBefore)
    {
        if (meaning.Kind != FieldKind.Likely) return meaning;
        if (s_persons.OccurInField(before)) return meaning with { Kind = FieldKind.Whole };
        return wordsBefore == 0 && !s_things.OccurInField(before) ? meaning : null;
    }

    private static int Join(ReadOnlySpan<char> name, Span<char> joined, Span<int> starts, Span<int> places, out int length)
    {
        length = 0;
        var words = 0;
        var inWord = false;
        for (var i = 0; i < name.Length && length < Longest; i++)
        {
            if (!IsOfWord(name[i])) { inWord = false; continue; }
            var camel = i > 0 && char.IsUpper(name[i]) && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (!inWord || camel || IsUnspaced(name[i])) (places[words], starts[words++]) = (i, length);
            inWord = true;
            joined[length++] = Fold(name[i]);
        }
        return words;
    }

    /// <summary>Chinese, Japanese and Korean put words together without a space.</summary>
    private static bool IsUnspaced(char c) =>
        c >= '\u3040' && c is <= '\u30FF' or (>= '\u4E00' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF');

    /// <summary>Accents of Greek and of Vietnamese count no more than those of other Latin letters.</summary>
    private static char Fold(char c)
    {
        if (c is 'ё' or 'Ё') return 'е';
        if (c < '\u0370' || c is > '\u03FF' and < '\u1E00' or > '\u1FFF') return Folding.Fold(c);
        return char.ToLowerInvariant(c.ToString().Normalize(System.Text.NormalizationForm.FormD)[0]);
    }

    private static FrozenDictionary<string, FieldMeaning> Build(bool isLabel)
    {
        var names = new Dictionary<string, FieldMeaning>(StringComparer.Ordinal);
        Span<char> joined = stackalloc char[Longest];
        Span<int> starts = stackalloc int[Longest], places = stackalloc int[Longest];
        foreach (var line in TextLexicon.Fields.Lines)
        {
            var entity = LexiconTable.LanguageOf(line.Head);
            var kind = Enum.Parse<FieldKind>(LexiconTable.KindOf(line.Head), ignoreCase: true);
            if (kind == FieldKind.Lead != isLabel) continue;
            var meaning = new FieldMeaning(entity is AnyEntity ? default : new(entity.ToString()), kind);
            foreach (var name in line.Words)
            {
                Join(name, joined, starts, places, out var length);
                names.Add(joined[..length].ToString(), meaning);
            }
        }
        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
