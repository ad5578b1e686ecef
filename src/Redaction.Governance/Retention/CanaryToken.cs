using System.Security.Cryptography;
using System.Text;

namespace Redaction.Governance;

/// <summary>A word that only one recipient of a data set gets: where it turns up, it tells who passed the data on.</summary>
public static class CanaryToken
{
    private const int Bytes = 10;

    /// <summary>The token of a recipient (16 letters); without the key nobody can make or recognise it.</summary>
    public static string For(RedactionKey key, string project, string dataset, string recipient)
    {
        ArgumentNullException.ThrowIfNull(key);
        var derived = key.Derive("canary", project);
        var digest = HMACSHA256.HashData(derived, Encoding.UTF8.GetBytes(System.FormattableString.Invariant($"{dataset.Length}:{dataset}/{recipient}")));
        CryptographicOperations.ZeroMemory(derived);
        Span<char> letters = stackalloc char[LetterCode.Length(Bytes)];
        LetterCode.Encode(digest.AsSpan(0, Bytes), letters);
        return letters.ToString();
    }

    /// <summary>The data set and recipient whose token stands in a text; null when none does.</summary>
    public static (string Dataset, string Recipient)? Trace(string text, RedactionKey key, string project, IEnumerable<(string Dataset, string Recipient)> given)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(key);
        foreach (var version in key.Versions)
            foreach (var (dataset, recipient) in given)
                if (text.Contains(For(version, project, dataset, recipient), StringComparison.OrdinalIgnoreCase)) return (dataset, recipient);
        return null;
    }
}
