using System.Collections.Frozen;

namespace Redaction;

/// <summary>Tells by the word before <c>name is</c> whether a person's name follows.</summary>
internal static class NameOwners
{
    private static readonly FrozenDictionary<string, NameOwner>.AlternateLookup<ReadOnlySpan<char>> s_owners =
        Words("person", NameOwner.Person)
        .Concat(Words("bare", NameOwner.Unknown)).Concat(Words("thing", NameOwner.Thing))
        .DistinctBy(static p => p.Key, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_names = Lexicon.Introductions.Of("named")
        .Select(static phrase => phrase.Split(' ')[0])
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for the word that begins an introduction of <see cref="IntroductionKind.Named"/>, so that the word before it tells who
    /// has the name.</summary>
    public static bool AreAskedFor(ReadOnlySpan<char> word) => s_names.Contains(word);

    /// <summary>Judges the text that ends before the introduction: its last word, if that stands on the same line right before.</summary>
    public static NameOwner Before(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[^1] is not (' ' or '\u00A0')) return NameOwner.Unknown;
        var end = text.TrimEnd(" \u00A0").Length;
        var start = end;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '\'' or '\u2019' or '-' or '_')) start--;
        return start == end ? NameOwner.Unknown : Of(text[start..end]);
    }

    /// <summary>Judges one word. A noun that no list holds is the kind of a thing (<c>the falcon name is</c>); with the ending of a
    /// possessive it may be anybody's (<c>Ada's name is</c>).</summary>
    public static NameOwner Of(ReadOnlySpan<char> word)
    {
        if (s_owners.TryGetValue(word, out var owner)) return owner;
        var stem = Stem(word);
        if (stem.Length == word.Length) return NameOwner.Thing;
        return s_owners.TryGetValue(stem, out owner) ? owner : NameOwner.Unknown;
    }

    /// <summary>The word without the ending of a possessive.</summary>
    private static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word)
    {
        if (word.Length > 2 && word[^1] is 's' or 'S' && word[^2] is '\'' or '\u2019') return word[..^2];
        return word.Length > 2 && word[^1] is '\'' or '\u2019' ? word[..^2] : word; // "the witness' name", "the patients' name"
    }

    private static IEnumerable<KeyValuePair<string, NameOwner>> Words(string kind, NameOwner owner) =>
        Lexicon.Introductions.Of(kind).Select(word => KeyValuePair.Create(word, owner));
}
