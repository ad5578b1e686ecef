using Redaction.TestKit;
using Xunit;

namespace Redaction.Tests;

/// <summary>Invented prose, work notes, code, logs and numbers without personal data stay as they are under the default policy,
/// model and refiners included.</summary>
public class OrdinaryTextTests
{
    private const int WordsForOne = 10_000, FewestWords = 3_000;

    [Fact]
    public void Plan_OfTextWithoutPersonalData_TakesOutAtMostOneInTenThousandWords()
    {
        var redactor = new RedactionEngineBuilder().ForScanning().Build().Text;
        var (wrong, words) = (new List<string>(), 0);

        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("benchmarks", "datasets", "ordinary"), "*.txt")
            .Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(file);
            words += text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
            wrong.AddRange(
                redactor.Plan(text).Items
                    .Select(i =>
                        $"{Path.GetFileName(file)}: {i.Finding.Type} {i.Finding.Score:0.00} "
                        + $"{text.Substring(i.Finding.Region.Start, i.Finding.Region.Length)}"));
        }

        Assert.True(words >= FewestWords, $"only {words} words");
        Assert.True(wrong.Count * WordsForOne <= words, $"{wrong.Count} in {words} words: {string.Join("; ", wrong.Take(20))}");
    }
}
