using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;

namespace Redaction.Extensions.Compliance;

/// <summary>Redacts text of one classification. Callers ask for the length first and for the text then, on the same thread:
/// the redacted text of the first question answers the second one.</summary>
internal sealed class EngineRedactor<TClassification>(ClassifiedText<TClassification> texts) : Redactor
    where TClassification : DataClassificationAttribute
{
    [ThreadStatic] private static Answer? t_last;

    public override int GetRedactedLength(ReadOnlySpan<char> input)
    {
        if (input.IsEmpty) return 0;
        t_last = new(this, Digest(input), texts.Redact(input.ToString()));
        return t_last.Redacted.Length;
    }

    public override int Redact(ReadOnlySpan<char> source, Span<char> destination)
    {
        if (source.IsEmpty) return 0;
        var redacted = t_last is { } last && ReferenceEquals(last.Redactor, this) && last.Digest.AsSpan().SequenceEqual(Digest(source))
            ? last.Redacted
            : texts.Redact(source.ToString());
        t_last = null;
        if (!redacted.TryCopyTo(destination)) throw new ArgumentException("The destination is too small.", nameof(destination));
        return redacted.Length;
    }

    public override string Redact(string? source) => string.IsNullOrEmpty(source) ? "" : texts.Redact(source);

    private static byte[] Digest(ReadOnlySpan<char> text) => SHA256.HashData(MemoryMarshal.AsBytes(text));

    /// <summary>What was answered last on this thread; never the text before its redaction.</summary>
    private sealed record Answer(object Redactor, byte[] Digest, string Redacted)
    {
        public override string ToString() => "";
    }
}
