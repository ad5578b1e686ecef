using System.Text;
using Redaction.TestKit;
using Redaction.Text;
using Xunit;

namespace Redaction.Docs.Tests;

/// <summary>docs/detectors.md is made from the specifications. To update it, copy the file that the failing test names.</summary>
public class DetectorTableTests
{
    [Fact]
    public void Table_EqualsTheSpecifications()
    {
        var expected = Table();
        var path = Repository.PathOf("docs", "detectors.md");
        if (File.Exists(path) && File.ReadAllText(path) == expected) return;

        var received = Repository.PathOf("artifacts", "detectors.md.received");
        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllText(received, expected);
        Assert.Fail("docs/detectors.md is out of date: copy artifacts/detectors.md.received over it.");
    }

    private static string Table()
    {
        var folder = Repository.PathOf("src", "Redaction.Text");
        var specs = SpecFile.ReadAll(folder).ToDictionary(s => s.Id);
        var table = new StringBuilder(
            "# Detectors\n\nThe text detectors, each with its specification. Images are searched by the detectors `face`, `plate` and "
            + "`written-text`, which runs these on what it reads.\n\n");
        table.Append("| id | finds | score without context | specification |\n|---|---|---|---|\n");
        foreach (var detector in TextDetectors.All.Concat(TextDetectors.OnRequest))
        {
            var spec = specs[detector.Info.Id];
            var title = File.ReadLines(spec.Path).First().Split('—', 2)[^1].Trim();
            var link = "../src/Redaction.Text/" + Path.GetRelativePath(folder, spec.Path).Replace('\\', '/');
            var score = detector is PatternDetector pattern
                ? pattern.Score.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) : "by shape";
            table.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"| `{detector.Info.Id}` | {title} | {score} | [{Path.GetFileName(spec.Path)}]({link}) |\n");
        }
        return table.ToString();
    }
}
