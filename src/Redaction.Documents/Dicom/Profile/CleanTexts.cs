using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Redaction.Documents.Dicom;

/// <summary>
/// Remembers texts of which nothing is to be taken out, so that those of a series are searched once: as keyed digests, never as texts.
/// Thread-safe.
/// </summary>
internal sealed class CleanTexts
{
    private const int Most = 100_000;
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<UInt128, RedactionPlan<TextSpan>> _clean = new();

    /// <summary>What stands for a text in its surroundings.</summary>
    /// <param name="text">The text.</param>
    /// <param name="around">All else that the search depends on.</param>
    public UInt128 Of(string text, string around)
    {
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, MemoryMarshal.AsBytes<char>($"{around.Length}:{around}{text}"), digest);
        return MemoryMarshal.Read<UInt128>(digest);
    }

    /// <summary>The plan of a text that was searched before, which takes nothing out; null for another text.</summary>
    public RedactionPlan<TextSpan>? Find(UInt128 text) => _clean.GetValueOrDefault(text);

    /// <summary>Remembers a plan that takes nothing out.</summary>
    public void Add(UInt128 text, RedactionPlan<TextSpan> plan)
    {
        if (plan.Items.IsEmpty && _clean.Count < Most) _clean.TryAdd(text, plan);
    }
}
