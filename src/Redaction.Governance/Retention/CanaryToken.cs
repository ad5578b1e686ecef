using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Redaction.Governance;

/// <summary>Makes and recognises words that only one recipient of a data set gets. Without the key nobody can.</summary>
internal sealed class CanaryToken(RedactionKey key, string project) : IDisposable
{
    private const int Bytes = 10;
    private readonly ImmutableArray<byte[]> _keys = [.. key.Versions.Select(k => k.Derive("canary", project))];

    /// <summary>The token of a recipient (16 letters).</summary>
    public string For(string dataset, string recipient) => For(_keys[0], dataset, recipient);

    /// <summary>The data set and recipient whose token stands in a text, made under any version of the key; null when none does.</summary>
    public (string Dataset, string Recipient)? Trace(string text, IEnumerable<(string Dataset, string Recipient)> given)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var (dataset, recipient) in given)
            foreach (var version in _keys)
                if (text.Contains(For(version, dataset, recipient), StringComparison.OrdinalIgnoreCase)) return (dataset, recipient);
        return null;
    }

    public void Dispose()
    {
        foreach (var derived in _keys) CryptographicOperations.ZeroMemory(derived);
    }

    private static string For(byte[] derived, string dataset, string recipient)
    {
        var message = FormattableString.Invariant($"{dataset.Length}:{dataset}/{recipient}");
        var digest = HMACSHA256.HashData(derived, Encoding.UTF8.GetBytes(message));
        return string.Create(LetterCode.Length(Bytes), digest, static (letters, code) => LetterCode.Encode(code.AsSpan(0, Bytes), letters));
    }
}
