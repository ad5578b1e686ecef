using System.Text;
using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>The entities that an XML document declares for itself (XML 1.0 section 4.2), with what readers show for them.</summary>
internal sealed partial class MarkupEntities
{
    private const int Deepest = 8, Longest = 1 << 12, LongestName = 64;
    private readonly Dictionary<string, string> _declared = new(StringComparer.Ordinal);

    /// <summary>True when there are any.</summary>
    public bool HasAny => _declared.Count > 0;

    /// <summary>Takes in a document type with its declarations.</summary>
    /// <exception cref="RedactionException">It builds declarations from parts, which are not read.</exception>
    public void Declare(ReadOnlySpan<char> declaration)
    {
        if (!declaration.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) || declaration.IndexOf("<!ENTITY") < 0) return;
        var text = declaration.ToString();
        if (PartReference().IsMatch(text))
            throw new RedactionException(
                ErrorCodes.Unsearched, "xml", "The document type puts its entities together from parts: resolve them first.");
        foreach (Match match in Declaration().Matches(text))
            _declared.TryAdd(match.Groups["name"].Value, match.Groups["value"].Value); // the first one counts
    }

    /// <summary>What is shown for the reference at the start of a text, and its length; null where none is declared.</summary>
    /// <exception cref="RedactionException">It stands for too much.</exception>
    public string? Read(ReadOnlySpan<char> text, out int length)
    {
        length = text[..Math.Min(text.Length, LongestName)].IndexOf(';') + 1;
        if (length < 3 || !_declared.TryGetValue(text[1..(length - 1)].ToString(), out var value)) return null;
        var shown = new StringBuilder();
        Show(value, shown, 0);
        return shown.ToString();
    }

    private void Show(string value, StringBuilder shown, int depth)
    {
        if (depth > Deepest || shown.Length > Longest)
            throw new RedactionException(ErrorCodes.TooLarge, "xml", "An entity stands for too much.");
        for (var i = 0; i < value.Length; i++)
        {
            var rest = value.AsSpan(i);
            if (value[i] == '<' && rest.IndexOf('>') is > 0 and var end) { i += end; continue; }
            if (value[i] == '&' && rest.IndexOf(';') is > 1 and var close
                && _declared.TryGetValue(value.Substring(i + 1, close - 1), out var inner))
            {
                Show(inner, shown, depth + 1);
                i += close;
                continue;
            }
            shown.Append(value[i]);
        }
    }

    [GeneratedRegex("""<!ENTITY\s+(?<name>[^\s%"'>]{1,60})\s+(?:"(?<value>[^"]*)"|'(?<value>[^']*)')""", RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 30000)]
    private static partial Regex Declaration();

    [GeneratedRegex("""(?<=[\s\[\]>"'])%[\w.:-]{1,60};""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30000)]
    private static partial Regex PartReference();
}
