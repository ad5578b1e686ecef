using System.Diagnostics;
using System.Text.RegularExpressions;
using Redaction.Image;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Evaluation.Tests.Reports;

/// <summary>The page as a reader sees it, in a real browser.</summary>
public sealed partial class HtmlReportInChromiumTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [ChromiumFact]
    public async Task Page_HasTablesPlotsAndErrorsThatStayHidden()
    {
        var dom = await Chromium("--dump-dom", Report());

        Assert.Matches("<h1>Evaluation of texts.jsonl</h1>", dom);
        Assert.True(Regex.Count(dom, "<svg") >= 30, "three plots for each entity");
        Assert.Contains("id=\"confusion\"", dom, StringComparison.Ordinal);
        Assert.Contains("datasetSha256", dom, StringComparison.Ordinal);
        Assert.True(Regex.Count(dom, "<details") > 0);
        Assert.DoesNotContain("<details open", dom, StringComparison.Ordinal);
        Assert.DoesNotMatch("NaN|Infinity", dom);
        Assert.DoesNotMatch("(?i)<(script|link|img)|https?://(?!www.w3.org)[a-z]+\\.[a-z]+/[^\"]*\\.(js|css)", dom); // nothing is loaded
    }

    [ChromiumFact]
    public async Task Page_FollowsTheSchemeOfTheReader()
    {
        var report = Report();

        var (light, dark) = (await Screenshot(report, scheme: 1), await Screenshot(report, scheme: 0));

        Assert.Equal((255, 255, 255), light.Paper);
        Assert.Equal((0x11, 0x11, 0x13), dark.Paper);
        // Text, lines and bars in many shades: an empty or broken page has two or three colours.
        Assert.True(light.Colours > 50, $"{light.Colours} colours");
        Assert.True(dark.Colours > 50, $"{dark.Colours} colours");
    }

    private string Report()
    {
        var path = Repository.PathOf("benchmarks", "datasets", "texts.jsonl");
        var redactor = new RedactionEngineBuilder().ForScanning().Build();
        var result = EvaluationSource.Open(path, null, new()).Run(new(redactor), Provenance.Of(path, redactor, 1), "", 0.4, null);
        var report = Path.Combine(_folder.Root, "report.html");
        EvaluationReport.Write(result, report);
        return report;
    }

    private async Task<((int, int, int) Paper, int Colours)> Screenshot(string report, int scheme)
    {
        var png = Path.Combine(_folder.Root, $"page-{scheme}.png");
        await Chromium($"--screenshot={png}", "--window-size=1200,2400", $"--blink-settings=preferredColorScheme={scheme}", report);
        var image = new VipsCodec().Decode(await File.ReadAllBytesAsync(png), ImageFormats.Png, new());
        var pixels = image.Page(0);
        var colours = new HashSet<(int, int, int)>();
        for (var y = 0; y < pixels.Height; y++)
            for (var row = pixels.Row(y); row.Length > 0; row = row[pixels.Channels..]) colours.Add((row[0], row[1], row[2]));
        var corner = pixels.Row(0);
        return ((corner[0], corner[1], corner[2]), colours.Count);
    }

    private async Task<string> Chromium(params string[] arguments)
    {
        using var timeout = new CancellationTokenSource(s_patience);
        var start = new ProcessStartInfo(ChromiumFactAttribute.Path!,
            ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", $"--user-data-dir={_folder.Root}/profile",
                .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(timeout.Token);
        var output = await process.StandardOutput.ReadToEndAsync(timeout.Token);
        await process.WaitForExitAsync(timeout.Token);
        Assert.True(process.ExitCode == 0, await errors);
        return output;
    }
}
