using System.Text;

namespace Redaction.Text.Tests;

/// <summary>Runs a format over text in memory.</summary>
internal static class FormatTestBed
{
    private static readonly RedactionPolicy s_policy = new("test", new PolicyRule("label") { MinScore = 0.5f }, new PolicyRule("keep"));

    private static readonly TextRedactor[] s_choosing = [.. Enum.GetValues<UnsearchedChoice>().Select(
        static c => new TextRedactor(s_policy, TextDetectors.All, TextOperators.All) { Unsearched = c })];

    public static TextRedactor Redactor { get; } = new(s_policy, TextDetectors.All, TextOperators.All);

    /// <summary>A job that does so with what cannot be searched, and tells the observer.</summary>
    public static DocumentJob Job(UnsearchedChoice choice, RedactionObserver observer) =>
        new(s_choosing[(int)choice]) { Observer = observer };

    public static byte[] Redact(IDocumentFormat format, byte[] input, DocumentJob? job = null, int readSize = int.MaxValue)
    {
        using var output = new MemoryStream();
        format.Redact(new SlowStream(input, readSize), output, job ?? new DocumentJob(Redactor));
        return output.ToArray();
    }

    public static string Redact(IDocumentFormat format, string input, DocumentJob? job = null) =>
        Encoding.UTF8.GetString(Redact(format, Encoding.UTF8.GetBytes(input), job));

    /// <summary>Gives at most some bytes at a time, as networks and pipes do.</summary>
    private sealed class SlowStream(byte[] content, int most) : MemoryStream(content)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, most)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, most));
    }
}
