using System.Text;

namespace Redaction.Text;

/// <summary>Searches names of files and folders: as they stand, and as the words that people read in them.</summary>
/// <remarks>A name is no sentence: a model that looks for names is believed where it sees a person with two names. Where nothing is
/// capital, as in most names of files, it is only believed when it is sure.</remarks>
internal static class FileNameSearch
{
    private const int ShortestName = 3;
    private const float Sure = 0.95f;

    /// <summary>What makes a sentence of a person's name.</summary>
    private const string Sentence = " wrote to us.";

    /// <summary>Places in the name, without its extension, of what the policy takes out; empty when there is nothing.</summary>
    /// <param name="redactor">Finds and decides.</param>
    /// <param name="name">The name of a file or folder, without its extension.</param>
    /// <param name="context">What rules may match on.</param>
    /// <returns>Type and text of each finding.</returns>
    public static List<(EntityType Type, string Value)> Find(TextRedactor redactor, string name, RedactionContext context)
    {
        var found = new List<(EntityType, string)>();
        var plain = name.Replace('_', ' ');
        Add(redactor.Plan(plain, context), plain, found);
        var words = Words(name);
        if (words.Length == 0 || (words == plain && !words.Any(char.IsLetter))) return found; // of a number a sentence says no more
        var text = words + Sentence;
        Add(redactor.Plan(text, context), text[..words.Length], found);
        return found;
    }

    private static void Add(RedactionPlan<TextSpan> plan, string text, List<(EntityType Type, string Value)> found)
    {
        foreach (ref readonly var item in plan.Items.AsSpan())
        {
            var (type, span) = (item.Finding.Type, item.Finding.Region);
            if (span.Start >= text.Length) continue;
            var value = text[span.Start..Math.Min(span.End, text.Length)];
            if (IsModel(item.Finding.Detector) && !IsPerson(type, value, item.Finding.Score)) continue;
            if (!found.Contains((type, value))) found.Add((type, value));
        }
    }

    /// <summary>What models and those who repeat their findings say.</summary>
    private static bool IsModel(string detector) => detector is "names" or "repeated-mentions" or "record-mentions";

    private static bool IsPerson(EntityType type, string value, float score)
    {
        if (type != EntityTypes.Person) return false;
        var (names, hasCapitals) = (0, false);
        foreach (var word in value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Count(char.IsLetter) >= ShortestName) names++;
            hasCapitals |= char.IsUpper(word[0]) || !char.IsLower(word[0]);
        }
        return names >= 2 && (hasCapitals || score >= Sure);
    }

    /// <summary>The words of a name: parted at every sign, and where a capital follows a small letter.</summary>
    private static string Words(string name)
    {
        var words = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (!char.IsLetterOrDigit(c) && !char.IsSurrogate(c) && c != '\'' && c != '@')
            {
                if (words.Length > 0 && words[^1] != ' ') words.Append(' ');
                continue;
            }
            if (char.IsUpper(c) && i > 0 && char.IsLower(name[i - 1])) words.Append(' ');
            words.Append(c);
        }
        return words.ToString().TrimEnd();
    }
}
