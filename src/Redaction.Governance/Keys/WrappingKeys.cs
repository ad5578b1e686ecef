using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Redaction.Governance;

/// <summary>Wraps keys under a key derived from a project's root key (AES-KWP, RFC 5649), and unwraps what its earlier versions
/// wrapped.</summary>
internal sealed class WrappingKeys : IDisposable
{
    private readonly ImmutableArray<byte[]> _keys;

    public WrappingKeys(RedactionKey root, string purpose, string project) =>
        _keys = [.. root.Versions.Select(k => k.Derive(purpose, project))];

    public byte[] Wrap(ReadOnlySpan<byte> key) => KeyWrap.Seal(_keys[0], key);

    /// <exception cref="CryptographicException">It was wrapped under another key, or changed.</exception>
    public byte[] Unwrap(byte[] wrapped)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                return KeyWrap.Open(_keys[i], wrapped);
            }
            catch (CryptographicException) when (i + 1 < _keys.Length)
            {
                // an earlier version may have wrapped it
            }
        }
    }

    public void Dispose()
    {
        foreach (var key in _keys) CryptographicOperations.ZeroMemory(key);
    }
}
