namespace Redaction.Text.Names;

/// <summary>The scripts that names-many tells apart.</summary>
internal static class ManyScripts
{
    public const int Latin = 0, Cyrillic = 1, Greek = 2, Arabic = 3, Hebrew = 4, Devanagari = 5, Han = 6, Hiragana = 7, Katakana = 8,
        Hangul = 9, None = -1;

    /// <summary>The script of a letter, or <see cref="None"/>.</summary>
    public static int Of(char c) => c switch
    {
        < 'A' => None,
        <= '\u024F' or (>= '\u1E00' and <= '\u1EFF') => Latin,
        (>= '\u0370' and <= '\u03FF') or (>= '\u1F00' and <= '\u1FFF') => Greek,
        >= '\u0400' and <= '\u052F' => Cyrillic,
        (>= '\u0590' and <= '\u05FF') or (>= '\uFB1D' and <= '\uFB4F') => Hebrew,
        (>= '\u0600' and <= '\u06FF') or (>= '\u0750' and <= '\u077F') or (>= '\uFB50' and <= '\uFDFF')
            or (>= '\uFE70' and <= '\uFEFF') => Arabic,
        >= '\u0900' and <= '\u097F' => Devanagari,
        >= '\u3040' and <= '\u309F' => Hiragana,
        >= '\u30A0' and <= '\u30FF' => Katakana,
        (>= '\u3005' and <= '\u3007') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF')
            or (>= '\uF900' and <= '\uFAFF') => Han,
        >= '\uAC00' and <= '\uD7A3' => Hangul,
        _ => None,
    };
}
