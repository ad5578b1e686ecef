namespace Redaction.Text;

/// <summary>What a character is to an anchor; sets of these are flags.</summary>
[Flags]
internal enum CharKind
{
    /// <summary>None.</summary>
    None = 0,
    /// <summary>An ASCII digit.</summary>
    Digit = 1,
    /// <summary>An ASCII letter.</summary>
    Letter = 2,
    /// <summary>A space of any width.</summary>
    Space = 4,
    /// <summary>A hyphen, dash or minus sign.</summary>
    Dash = 8,
    /// <summary>A full stop.</summary>
    Dot = 16,
    /// <summary>A slash.</summary>
    Slash = 32,
    /// <summary>A colon.</summary>
    Colon = 64,
    /// <summary>Anything else, and the end of the text.</summary>
    Other = 128,
    /// <summary>All of these.</summary>
    Any = 255,
}

/// <summary>Sorts characters into kinds, numbered from 0 as the flags of <see cref="CharKind"/>.</summary>
internal static class CharKinds
{
    /// <summary>Number of kinds.</summary>
    public const int Count = 8;

    /// <summary>The number of <see cref="CharKind.Other"/>.</summary>
    public const int Other = Count - 1;

    private static readonly byte[] s_ascii = [.. Enumerable.Range(0, 128).Select(static c => (byte)NumberOf((char)c))];

    /// <summary>The kind of a character.</summary>
    public static CharKind Of(char c) => (CharKind)(1 << Number(c));

    /// <summary>The number of the kind of a character.</summary>
    public static int Number(char c) => c < s_ascii.Length ? s_ascii[c] : NumberOf(c);

    /// <summary>The number of the kind of the character at a place; that of <see cref="CharKind.Other"/> outside the text.</summary>
    public static int Number(ReadOnlySpan<char> text, int at) => (uint)at < (uint)text.Length ? Number(text[at]) : Other;

    private static int NumberOf(char c) => c switch
    {
        >= '0' and <= '9' => 0,
        (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => 1,
        ' ' or '\u00A0' or '\u2009' or '\u202F' => 2,
        '-' or (>= '\u2010' and <= '\u2015') or '\u2212' => 3,
        '.' => 4,
        '/' => 5,
        ':' => 6,
        _ => Other,
    };
}
