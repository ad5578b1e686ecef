using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>Names of attached files in the fields that tell how a part is presented (RFC 2183, RFC 2231).</summary>
internal static partial class MailFileNames
{
    /// <summary>The value of a field with a number in the place of a name that holds what the policy takes out; null where none does.
    /// </summary>
    /// <param name="field">Its name, lower case.</param>
    /// <param name="value">Its value.</param>
    /// <param name="part">Number of the part.</param>
    /// <param name="job">Finds, and is notified.</param>
    public static string? Replace(string field, string value, int part, DocumentJob job)
    {
        if (field is not ("content-type" or "content-disposition")) return null;
        var matches = Names().Matches(value);
        if (matches.Count == 0) return null;
        var name = string.Concat(matches.Select(Decoded));
        var extension = Path.GetExtension(name);
        if (extension.Length > 8 || !extension.Skip(1).All(char.IsAsciiLetterOrDigit)) extension = "";
        var found = FileNameSearch.Find(job.Redactor, name[..^extension.Length], job.Context);
        if (found.Count == 0) return null;
        Notify(found[0].Type, matches, value, $"part[{part}].{field}", job);
        var first = matches[0];
        var safe = string.Create(
            CultureInfo.InvariantCulture, $"{first.Groups["key"].Value}=\"file-{part:0000}{extension}\"");
        var text = new StringBuilder(value);
        for (var i = matches.Count - 1; i >= 0; i--)
        {
            var (start, end) = (matches[i].Groups["key"].Index, matches[i].Index + matches[i].Length);
            if (i == 0) text.Remove(start, end - start).Insert(start, safe);
            else text.Remove(matches[i].Index, matches[i].Length);
        }
        return text.ToString();
    }

    private static void Notify(EntityType type, MatchCollection matches, string value, string path, DocumentJob job)
    {
        var span = TextSpan.FromBounds(matches[0].Groups["key"].Index, matches[^1].Index + matches[^1].Length);
        var finding = new Finding<TextSpan>(type, span, 1, "file-names");
        var rule = job.Redactor.Policy.RuleFor(type, 1, job.Context);
        ImmutableArray<PlannedRedaction<TextSpan>> items = [new(finding, rule, job.Redactor.Policy.Rules[rule].Operator)];
        job.Observer.OnPlan(new DocumentPlace(Path: path), new RedactionPlan<TextSpan>(job.Redactor.Policy.Id, items, 0), value);
    }

    private static string Decoded(Match match)
    {
        var text = match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Groups["bare"].Value;
        if (!match.Groups["encoded"].Success) return text;
        var quotes = text.Split('\'', 3);
        return Uri.UnescapeDataString(quotes.Length == 3 ? quotes[2] : text);
    }

    [GeneratedRegex(
        @";\s*(?<key>(?:file)?name)(?:\*[0-9]{1,2})?(?<encoded>\*)?\s*=\s*(?:""(?<quoted>[^""]{0,400})""|(?<bare>[^\s;""]{1,400}))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Names();
}
