using Redaction.TestKit;
using Xunit;

namespace Redaction.Text.Tests;

/// <summary>What holds nothing personal stays as it is: at most one false finding in 10,000 words of prose, logs,
/// tables and this repository's code.</summary>
public class CleanTextTests
{
    private const float ActsFrom = 0.5f;
    private const int WordsForOne = 10_000;

    private static readonly string[] s_prose =
    [
        "The committee met twice in spring and once more in autumn, when the leaves had already gone and only 12 of the 40 members came. "
        + "Nobody minded. The minutes filled 3 pages, of which 2 were about the roof.",
        "Our first version of the game ran at 24 frames a second; the second managed 60 on the same machine. Chapter 4 explains how, and "
        + "section 7.2 gives the numbers. See also tables 3 and 11.",
        "A loaf needs 500 g of flour, 320 ml of water, 10 g of salt and patience. Bake it for 45 minutes at 230 degrees, then 15 more "
        + "with the door ajar. It keeps for 4 days.",
        "The bridge is 1,240 metres long and took 6 years to build. About 30,000 cars cross it every day, most of them between 7 and 9 "
        + "in the morning. It is a 10 minute drive from the station.",
        "In the Bronze Age 1200 workshops stood along the river. Most were abandoned within 150 years, and the road that joined them was "
        + "lost for good until 1930.",
        "He scored 23 points in 31 minutes, 14 of them in the last quarter; the team has now won 9 of 11 games and leads by 2.5. The "
        + "next round starts at 18:30.",
        "Die Wanderung dauert etwa 5 Stunden und führt über 3 Brücken. Der Eintritt kostet 12,50 Euro, Kinder unter 6 Jahren zahlen "
        + "nichts. Im Winter ist nur an 2 Tagen geöffnet.",
        "Le musée compte 14 salles et près de 2 300 objets. La visite dure 90 minutes. Le prix est de 8 euros, 5 pour les "
        + "groupes de plus de 10.",
        "If x is 3 and y is 4 then z is 5. Multiply by 1.5, add 0.25, and round to 2 places. The error is below 0.1 "
        + "percent in 99 of 100 runs.",
        "Order 3 rolls of tape, 2 boxes of screws (4 x 40 mm) and 1 sheet of plywood, 18 mm thick. The price went up by 7 percent in "
        + "2023 and by another 4 in 2024.",
    ];

    private static readonly string[] s_logs =
    [
        "INFO  worker-3 started batch 88214 of 90000, queue depth 17, 3 retries left",
        "WARN  cache miss ratio 0.37 exceeds 0.25 after 1200 requests in 60 s",
        "DEBUG GET /items/4471?page=2 200 12ms 8123 bytes",
        "ERROR exit code 137 in step 4 of 9; peak memory 1874 MB of 2048 MB",
        "INFO  compiled 214 files in 3.2 s, 0 warnings, 0 errors",
        "TRACE thread 12 acquired lock 0x7f3a after 15 us",
        "INFO  build 2.14.0-rc3 (commit 9f1c2ab) took 00:03:12",
    ];

    private static readonly string[] s_tables =
    [
        "id;width;height;weight\n1;120;80;14.5\n2;118;79;14.1\n3;131;84;16.0\n4;99;61;9.7",
        "year\tunits\tshare\n2019\t1240\t12.4\n2020\t1310\t13.0\n2021\t1502\t14.8",
        "0.12 0.98 1.44 2.31 3.07 4.52\n0.11 0.97 1.47 2.28 3.11 4.49\n10 20 30 40 50 60 70 80",
    ];

    [Fact]
    public void Detectors_OnProseLogsAndTables_FindNothing()
    {
        foreach (var text in s_prose.Concat(s_logs).Concat(s_tables))
            Assert.True(Found(text) is [], $"{Found(text).FirstOrDefault().Detector} in: {text}");
    }

    [Fact]
    public void Detectors_OnTheCodeOfThisRepository_FindOneInTenThousandWords()
    {
        var folders = new[] { "Redaction.Core", "Redaction.Image", "Redaction.Cli" };
        var wrong = new List<string>();
        var words = 0;
        foreach (var file in folders
            .SelectMany(f => Directory.EnumerateFiles(Repository.PathOf("src", f), "*.cs", SearchOption.AllDirectories))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(file);
            words += text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
            wrong.AddRange(
                Found(text).Where(f => f.Detector != "url")
                    .Select(f => $"{f.Detector}: {text.Substring(f.Region.Start, f.Region.Length)} in {Path.GetFileName(file)}"));
        }

        Assert.True(wrong.Count <= 1 + words / WordsForOne, $"{wrong.Count} in {words} words: {string.Join("; ", wrong.Take(20))}");
    }

    private static Finding<TextSpan>[] Found(string text)
    {
        var sink = new FindingSink<TextSpan>();
        foreach (var detector in AnchorScan.Gather(TextDetectors.All)) detector.Detect(new TextSource(text), sink);
        return [.. sink.Items.ToArray().Where(f => f.Score >= ActsFrom)];
    }
}
