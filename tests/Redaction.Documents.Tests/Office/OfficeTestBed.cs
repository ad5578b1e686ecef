using System.Text;
using Redaction.Text;

namespace Redaction.Documents.Tests.Office;

/// <summary>Runs the formats over documents in memory.</summary>
internal static class OfficeTestBed
{
    private static readonly RedactionPolicy s_policy = new("test", new PolicyRule("label") { MinScore = 0.5f }, new PolicyRule("keep"));

    private static readonly TextRedactor[] s_redactors = [.. Enum.GetValues<UnsearchedChoice>().Select(static choice =>
        new TextRedactor(s_policy, TextDetectors.All, TextOperators.All)
        {
            Refiners = TextRefiners.All,
            Unsearched = choice,
            LooksAgain = true,
        })];

    public static IDocumentFormat Format(string id) => PackageFormats.All.Single(f => f.Id == id);

    public static byte[] Redact(string id, byte[] file, UnsearchedChoice choice = UnsearchedChoice.Refuse,
        RedactionObserver? observer = null)
    {
        using var output = new MemoryStream();
        var job = new DocumentJob(s_redactors[(int)choice]) { Observer = observer ?? RedactionObserver.None };
        Format(id).Redact(new MemoryStream(file), output, job);
        return output.ToArray();
    }

    /// <summary>A part of a redacted document, as text.</summary>
    public static string Part(byte[] file, string name) => Encoding.UTF8.GetString(OfficeFile.Unpack(file)[name]);
}
