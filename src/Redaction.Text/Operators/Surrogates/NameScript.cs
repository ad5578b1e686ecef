using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>The scripts that surrogates are written in. In those with initials, the first letter of a surrogate depends on the first
/// letter of the word only.</summary>
internal static class NameScript
{
    public const int Latin = 0, Cyrillic = 1, Greek = 2, Hebrew = 3, Arabic = 4, Han = 5, Hangul = 6, Thai = 7;

    private static readonly ImmutableArray<char>[] s_initials = [[.. "ABCDEFGLMNPRST"], [.. "АБВГДЕКЛМНПРСТ"], [.. "ΑΒΓΔΕΚΛΜΝΠΣΤ"]];

    /// <summary>The letters that surrogates begin with; empty for scripts without initials.</summary>
    public static ReadOnlySpan<char> Initials(int script) => script < s_initials.Length ? s_initials[script].AsSpan() : default;

    /// <summary>The script of a letter; Latin for any that has none here.</summary>
    public static int Of(char letter) => letter switch
    {
        >= '\u0400' and <= '\u052F' => Cyrillic,
        (>= '\u0370' and <= '\u03FF') or (>= '\u1F00' and <= '\u1FFF') => Greek,
        >= '\u0590' and <= '\u05FF' => Hebrew,
        >= '\u0600' and <= '\u06FF' => Arabic,
        >= '\u0E00' and <= '\u0E7F' => Thai,
        (>= '\u3005' and <= '\u30FF') or (>= '\u4E00' and <= '\u9FFF') => Han,
        >= '\uAC00' and <= '\uD7A3' => Hangul,
        _ => Latin,
    };
}
