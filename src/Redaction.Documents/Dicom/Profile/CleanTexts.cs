using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Redaction.Documents.Dicom;

/// <summary>
/// Remembers texts in which nothing was found, so that those of a series are searched once: as keyed digests, never as texts. Thread-safe.
/// </summary>
internal sealed class CleanTexts
{
    private const int Most = 100_000;
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<UInt128, bool> _clean = new();

    /// <summary>What stands for a text in its surroundings.</summary>
    /// <param name="text">The text.</param>
    /// <param name="around">All else that the search depends on.</param>
    public UInt128 Of(string text, string around)
    {
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, MemoryMarshal.AsBytes<char>($"{around.Length}:{around}{text}"), digest);
        return MemoryMarshal.Read<UInt128>(digest);
    }

    /// <summary>True for a text in which nothing was found before.</summary>
    public bool Has(UInt128 text) => _clean.ContainsKey(text);

    /// <summary>Remembers one.</summary>
    public void Add(UInt128 text)
    {
        if (_clean.Count < Most) _clean.TryAdd(text, true);
    }
}
