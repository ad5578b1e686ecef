using System.Buffers;
using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>Addresses with their signs written out: <c>jane [at] example (dot) com</c>, <c>jane dot roe at example dot com</c>.</summary>
internal static partial class SpelledFold
{
    private static readonly SearchValues<string> s_marks = SearchValues.Create(
        ["[at]", "(at)", "{at}", "<at>", "[@]", "(@)", "[dot]", "(dot)", "{dot}", "<dot>", "[.]", "(.)", " dot ", " at gmail", " at yahoo",
            " at outlook", " at hotmail", " at icloud"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Index of the first sign written out; -1 when there is none.</summary>
    public static int IndexOfMark(ReadOnlySpan<char> text) => text.IndexOfAny(s_marks);

    public static void Apply(TextView view)
    {
        if (IndexOfMark(view.Text) < 0) return;
        Rewrite(view, Bracketed());
        Rewrite(view, WrittenOut());
    }

    private static void Rewrite(TextView view, Regex pattern)
    {
        view.BeginPass();
        var source = view.Text;
        foreach (var match in pattern.EnumerateMatches(source))
            foreach (var sign in Sign().EnumerateMatches(source.Slice(match.Index, match.Length)))
            {
                var span = new TextSpan(match.Index + sign.Index, sign.Length);
                var isAt = source.Slice(span.Start, span.Length).IndexOfAny("aA@") >= 0;
                view.Replace(span, isAt ? "@" : ".");
            }
        view.EndPass();
    }

    [GeneratedRegex(@"[\w.+-]{1,40}(?:[ ]{0,2}[\[({<](?:dot|\.)[\])}>][ ]{0,2}[\w+-]{1,40}){0,3}[ ]{0,2}(?:[\[({<](?:at|@)[\])}>]|@)[ "
        + @"]{0,2}[\w-]{1,63}(?:(?:[ ]{0,2}[\[({<](?:dot|\.)[\])}>][ ]{0,2}|\.)[\w-]{1,63}){1,4}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"(?<![\w.])[\w+-]{1,40}(?:(?:[ ]dot[ ]|\.)[\w+-]{1,40}){0,4}(?:[ ]at[ ]|@)[\w-]{1,40}(?:(?:[ ]dot[ ]"
        + @"|\.)[\w-]{2,24}){0,2}(?:[ ]dot[ ]|\.)(?:" + TopLevels.Pattern + @")(?!\w)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 30000)]
    private static partial Regex WrittenOut();

    [GeneratedRegex(@"[ ]{0,2}[\[({<](?:at|@|dot|\.)[\])}>][ ]{0,2}|[ ](?:at|dot)[ ]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Sign();
}
