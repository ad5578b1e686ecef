using System.Text;
using Redaction.Text;

namespace Redaction.Documents.Tests.Office;

/// <summary>Runs the formats over documents in memory.</summary>
internal static class OfficeTestBed
{
    private static readonly RedactionPolicy s_policy = new("test", new PolicyRule("label") { MinScore = 0.5f }, new PolicyRule("keep"));

    public static IDocumentFormat Format(string id) => PackageFormats.All.Single(f => f.Id == id);

    public static byte[] Redact(string id, byte[] file, UnsearchedChoice choice = UnsearchedChoice.Refuse,
        RedactionObserver? observer = null)
    {
        var redactor = new TextRedactor(s_policy, TextDetectors.All, TextOperators.All)
        {
            Refiners = TextRefiners.All,
            Unsearched = choice,
            LooksAgain = true,
        };
        using var output = new MemoryStream();
        Format(id).Redact(new MemoryStream(file), output, new DocumentJob(redactor) { Observer = observer ?? RedactionObserver.None });
        return output.ToArray();
    }

    /// <summary>A part of a redacted document, as text.</summary>
    public static string Part(byte[] file, string name) => Encoding.UTF8.GetString(OfficeFile.Unpack(file)[name]);
}
