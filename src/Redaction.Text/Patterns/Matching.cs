using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>How the built-in patterns are matched.</summary>
internal static class Matching
{
    /// <summary>Capitals and small letters differ.</summary>
    public const RegexOptions Exact = RegexOptions.CultureInvariant;

    /// <summary>Capitals and small letters are the same.</summary>
    public const RegexOptions AnyCase = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    /// <summary>Milliseconds that one match may take: far more than any takes on a busy machine, and an end all the same.</summary>
    public const int Timeout = 30000;
}
