using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Redaction.Text;

/// <summary>HMAC-SHA-256 (RFC 2104) under one key, which is scheduled once a thread instead of at every message. Thread-safe.</summary>
[SuppressMessage("Design", "CA1001",
    Justification = "Belongs to operators, which live as long as the program; each thread's state goes with the thread.")]
internal sealed class HmacSha256(byte[] key)
{
    private readonly ThreadLocal<IncrementalHash> _hash = new(() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key));

    /// <summary>Writes the 32 bytes of the code of a message.</summary>
    public void Compute(ReadOnlySpan<byte> message, Span<byte> code)
    {
        var hash = _hash.Value!;
        hash.AppendData(message);
        hash.GetHashAndReset(code);
    }
}
