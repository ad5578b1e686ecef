using System.Buffers;

namespace Redaction.Text;

/// <summary>Lines of a file of settings: <c>name = value</c> below the name of a section in brackets, as programs have none.</summary>
internal static class SettingLines
{
    private const int Most = 24, Longest = 200;
    private static readonly SearchValues<char> s_notOfNames = SearchValues.Create("[]{}(),'\"=");

    /// <summary>True where a section's name stands above a place, and between them nothing but settings, comments and empty
    /// lines.</summary>
    public static bool AreAround(ReadOnlySpan<char> text, int at)
    {
        var end = text[..at].LastIndexOf('\n');
        for (var count = 0; count < Most && end > 0; count++)
        {
            var start = text[..end].LastIndexOf('\n') + 1;
            if (end - start > Longest) return false;
            var line = text[start..end].Trim();
            if (line is ['[', .., ']'] && !line[1..^1].ContainsAny(s_notOfNames)) return true;
            if (!line.IsEmpty && line[0] is not (';' or '#') && line.IndexOf('=') <= 0) return false;
            end = start - 1;
        }
        return false;
    }
}
