using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Field names in English, German, French, Spanish, Italian, Dutch and Portuguese: words in lower case,
/// joined without a sign.</summary>
internal static class FieldVocabulary
{
    private const int Longest = 64;
    private const string AnyEntity = "any";

    private static readonly FrozenDictionary<string, FieldMeaning>.AlternateLookup<ReadOnlySpan<char>> s_names = Build();

    /// <summary>The meaning of a column name (<c>first_name</c>) or JSON path (<c>$.customer.firstName</c>);
    /// null when there is none.</summary>
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
            if (s_names.TryGetValue(joined[starts[i]..length], out var meaning))
                return Weigh(meaning, field[..(field.Length - last.Length + places[i])], i);
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
        "customer", "client", "patient", "person", "user", "employee", "contact", "caller", "agent", "applicant", "student", "member",
        "holder", "subscriber", "guest",
        "recipient", "sender", "beneficiary", "owner", "author", "kunde", "kunden", "mitarbeiter", "cliente", "paciente", "empleado",
        "salarié", "utente", "klant", "doctor", "physician", "subject", "insured");

    private static readonly ContextWords s_things = new(
        "product", "file", "item", "package", "project", "service", "event", "table", "column", "field", "model", "tool", "function",
        "class", "type", "category", "host", "server", "branch",
        "repo", "repository", "step", "job", "metric", "tag", "label", "variable", "module", "dataset", "company", "plan", "queue", "topic",
        "key", "schema", "index", "menu", "app");

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
        foreach (var line in TextLexicon.Fields.Lines)
        {
            var entity = LexiconTable.LanguageOf(line.Head);
            var kind = Enum.Parse<FieldKind>(LexiconTable.KindOf(line.Head), ignoreCase: true);
            var meaning = new FieldMeaning(entity is AnyEntity ? default : new(entity.ToString()), kind);
            foreach (var name in line.Words) names.Add(name, meaning);
        }
        return names.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
