using System.Buffers;

namespace Redaction.Text;

/// <summary>Fields of a form as browsers send them (RFC 7578): <c>Content-Disposition: form-data; name="phone"</c>, an empty line and the
/// value.</summary>
internal static class FormParts
{
    private const string Lead = "form-data; name=\"";
    private static readonly SearchValues<string> s_lead = SearchValues.Create([Lead], StringComparison.OrdinalIgnoreCase);
    private const int LongestName = 64, LongestHead = 600, Longest = 400;

    /// <summary>Adds the values whose fields have known names.</summary>
    public static void Find(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_lead);
            if (step < 0) return;
            var name = position + step + Lead.Length;
            position = name;
            var length = text[name..Math.Min(text.Length, name + LongestName)].IndexOf('"');
            if (length <= 0) continue;
            var head = text[name..Math.Min(text.Length, name + LongestHead)];
            var blank = head.IndexOf("\r\n\r\n", StringComparison.Ordinal) is >= 0 and var wide ? wide + 4
                : head.IndexOf("\n\n", StringComparison.Ordinal) is >= 0 and var narrow ? narrow + 2 : -1;
            if (blank < 0) continue;
            var rest = text[(name + blank)..Math.Min(text.Length, name + blank + Longest)];
            var end = rest.IndexOf("\n--", StringComparison.Ordinal);
            if (end < 0 || FieldVocabulary.Of(text.Slice(name, length)) is not { Type.Name: not null } meaning) continue;
            places.Add(new(name + blank, name + blank + rest[..end].TrimEnd('\r').Length, meaning));
        }
    }
}
