using System.Buffers;

namespace Redaction.Text;

/// <summary>Job titles and nationalities in English, out of a list.</summary>
internal static class WordChoice
{
    private static readonly string[] s_jobs =
    [
        "accountant", "architect", "baker", "bookkeeper", "bus driver", "carpenter", "chemist", "clerk", "cook", "dentist", "designer",
        "economist", "electrician", "engineer", "farmer", "florist", "gardener", "geologist", "journalist", "librarian", "mechanic",
        "musician", "nurse", "optician", "painter", "photographer", "plumber", "programmer", "sales assistant", "surveyor", "teacher",
        "translator", "veterinarian", "waiter", "welder",
    ];

    private static readonly string[] s_nations =
    [
        "Austrian", "Belgian", "Brazilian", "Canadian", "Chilean", "Croatian", "Czech", "Danish", "Dutch", "Egyptian", "Finnish", "French",
        "Greek", "Hungarian", "Indian", "Irish", "Italian", "Japanese", "Kenyan", "Korean", "Mexican", "Norwegian", "Polish", "Portuguese",
        "Romanian", "Spanish", "Swedish", "Swiss", "Turkish", "Ukrainian", "Vietnamese",
    ];

    /// <summary>Writes another word of the kind, with a capital where the original has one; false for another type or a value that does not
    /// look English.</summary>
    public static bool TryWrite(ReadOnlySpan<char> value, EntityType type, ReadOnlySpan<byte> digest, DocumentNames? names,
        IBufferWriter<char> output)
    {
        var list = type == EntityTypes.JobTitle ? s_jobs : type == EntityTypes.Nationality ? s_nations : [];
        if (list.Length == 0 || !IsEnglish(value, type)) return false;
        for (var i = 0; i < list.Length; i++)
        {
            var word = list[(digest[0] + i) % list.Length];
            if (value.Equals(word, StringComparison.OrdinalIgnoreCase) || names?.Real.Contains(word) == true) continue;
            output.Write(char.IsUpper(value[0]) ? char.ToUpperInvariant(word[0]) + word[1..] : word);
            return true;
        }
        return false;
    }

    private static bool IsEnglish(ReadOnlySpan<char> value, EntityType type)
    {
        foreach (var c in value)
            if (!char.IsAscii(c)) return false;
        if (type == EntityTypes.JobTitle) return true;
        foreach (var ending in (ReadOnlySpan<string>)["an", "ish", "ese", "ch", "ic", "i", "k"])
            if (value.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
