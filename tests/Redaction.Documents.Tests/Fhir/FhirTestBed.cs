using System.Text;
using Redaction.Text;

namespace Redaction.Documents.Tests;

/// <summary>Redacts FHIR in memory.</summary>
internal static class FhirTestBed
{
    private static readonly RedactionKey s_key = new([.. Enumerable.Range(1, 32).Select(static i => (byte)i)]);

    public static TextRedactor Default { get; } = Redactor("default");

    public static TextRedactor Hipaa { get; } = Redactor("hipaa-fhir");

    public static TextRedactor None { get; } = new(new RedactionPolicy("none", new PolicyRule("keep")), [], TextOperators.All);

    public static TextRedactor Redactor(string policy, params IEnumerable<PolicyRule> before)
    {
        var loaded = PolicyFile.Load(policy).Policy;
        return Redactor(new RedactionPolicy(loaded.Id, [.. before, .. loaded.Rules]) { MinScore = loaded.MinScore });
    }

    public static TextRedactor Redactor(RedactionPolicy policy, UnsearchedChoice unsearched = UnsearchedChoice.Refuse) =>
        new(policy, TextDetectors.All, TextOperators.WithKey(s_key)) { Refiners = TextRefiners.All, Unsearched = unsearched };

    public static string Redact(string document, TextRedactor redactor, string name = "a.json", RedactionObserver? observer = null) =>
        Encoding.UTF8.GetString(Redact(Encoding.UTF8.GetBytes(document), redactor, name, observer));

    public static byte[] Redact(
        byte[] document, TextRedactor redactor, string name, RedactionObserver? observer = null, int readSize = 1 << 20)
    {
        var format = (IDocumentFormat)FileFormats.Detect(name, document.AsSpan(0, Math.Min(document.Length, FileFormats.HeadLength)));
        using var output = new MemoryStream();
        format.Redact(new CutStream(document, readSize), output,
            new DocumentJob(redactor) { Observer = observer ?? RedactionObserver.None });
        return output.ToArray();
    }

    /// <summary>Gives at most some bytes at a time, as networks and pipes do.</summary>
    private sealed class CutStream(byte[] content, int most) : MemoryStream(content)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, most)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, most));
    }
}
