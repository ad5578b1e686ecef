using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>A detector made of a regular expression that its user writes, at run time if need be:
/// linear in the text whatever the expression is.</summary>
/// <remarks>
/// Slower than <see cref="PatternDetector"/>, which wants a generated expression. Look-around and back-references cannot be used, since
/// they have no linear matcher. Thread-safe.
/// </remarks>
public sealed class CustomPattern : ITextDetector
{
    private readonly Regex _pattern;

    /// <summary>Makes a detector.</summary>
    /// <param name="id">Lower-case id, such as <c>acme.badge</c>.</param>
    /// <param name="type">The type it reports.</param>
    /// <param name="pattern">A .NET regular expression.</param>
    /// <param name="ignoreCase">Whether capitals and small letters are the same.</param>
    /// <exception cref="ArgumentException">The expression is not valid, matches the empty text, or has no linear matcher.</exception>
    public CustomPattern(string id, EntityType type, string pattern, bool ignoreCase = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        Info = new(id, type) { IsSelfEvident = true };
        var options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
            | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        try
        {
            _pattern = new(pattern, options, TimeSpan.FromSeconds(10));
        }
        catch (NotSupportedException)
        {
            throw new ArgumentException(
                "The pattern uses look-around, a back-reference or another construct that has no linear matcher; write it without.");
        }
        catch (RegexParseException e)
        {
            throw new ArgumentException($"The pattern is not a regular expression ({e.Error} at {e.Offset}).");
        }
        if (_pattern.IsMatch("")) throw new ArgumentException("The pattern matches the empty text; it would be found everywhere.");
    }

    /// <inheritdoc/>
    public DetectorInfo Info { get; }

    /// <summary>Score without context.</summary>
    /// <value>0.85.</value>
    public float Score { get; init; } = 0.85f;

    /// <summary>Score when a context word is near.</summary>
    /// <value>0.95.</value>
    public float ContextScore { get; init; } = 0.95f;

    /// <summary>Words that raise the score.</summary>
    /// <value>None.</value>
    public ContextWords? Context { get; init; }

    /// <inheritdoc/>
    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        foreach (var match in _pattern.EnumerateMatches(source.Text))
        {
            if (match.Length == 0) continue;
            var span = new TextSpan(match.Index, match.Length);
            var score = Context is not null && Context.AreNear(source, span) ? MathF.Max(Score, ContextScore) : Score;
            findings.Add(new(Info.Types[0], span, score, Info.Id));
        }
    }
}
