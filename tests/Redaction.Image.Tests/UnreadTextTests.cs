using Redaction.TestKit;
using Xunit;

namespace Redaction.Image.Tests;

/// <summary>Lines that are text for sure and cannot be read for sure.</summary>
public class UnreadTextTests(WrittenTextTests.Loaded loaded) : IClassFixture<WrittenTextTests.Loaded>
{
    private static readonly PixelBox[] s_foreign = [new(24, 68, 300, 30), new(24, 116, 300, 30)];
    private static readonly PixelBox[] s_latin = [new(24, 20, 300, 30), new(24, 164, 300, 30)];
    private static readonly PixelBox s_besideTheTurnedLine = new(60, 264, 50, 24); // within the box around it, above it

    [Fact]
    public void Read_OfScriptsTheReaderDoesNotKnow_TellsTheirPlaces()
    {
        var unread = loaded.Reader.Read(Pictures.Decode(File()).Page(0).AsSource()).Unread;

        Assert.All(s_foreign, line => Assert.Contains(unread, u => u.Overlaps(Middle(line))));
        Assert.All(s_latin, line => Assert.DoesNotContain(unread, u => u.Overlaps(Middle(line))));
        Assert.Contains(unread, static u => u.Boxes.Length > 1); // the line at an angle, in steps
        Assert.DoesNotContain(unread, static u => u.Overlaps(s_besideTheTurnedLine));
    }

    [Theory]
    [InlineData(11, 25, 120, 8)]
    [InlineData(6, 20, 60, 14)]
    public void Read_RowOfBars_IsNoText(int wide, int step, int tall, int count)
    {
        const int width = 800, height = 480;
        var pixels = new byte[width * height * 3];
        Array.Fill(pixels, (byte)230);
        for (var bar = 0; bar < count; bar++)
            for (var y = 200; y < 200 + tall; y++) pixels.AsSpan((y * width + 300 + bar * step) * 3, wide * 3).Fill((byte)(60 + 9 * bar));

        Assert.Empty(loaded.Reader.Read(new ImageSource(pixels, width, height, 3)).Unread);
    }

    [Fact]
    public void Redact_ByDefault_MasksThemAndTellsThePixels()
    {
        var (plan, ledger) = Redact(keepsUnread: false);

        Assert.All(s_foreign, line => Assert.Contains(plan, p => p.Overlaps(Middle(line))));
        var pixels = ledger.Parts["pixels"];
        Assert.Equal(460 * 380, pixels.Total);
        Assert.All(pixels.Places, static p => Assert.Equal(("unread-text", UnsearchedChoice.Erase), (p.Kind, p.Done)));
        Assert.InRange(pixels.Unsearched, 3 * 300 * 20, 460 * 380 / 3);
        Assert.Equal((0, UnsearchedChoice.Erase), (pixels.Refused, pixels.Choice));
    }

    [Fact]
    public void Redact_WhereTheyAreKept_LeavesThemAndTellsThePixels()
    {
        var (plan, ledger) = Redact(keepsUnread: true);

        Assert.Empty(plan);
        Assert.All(ledger.Parts["pixels"].Places, static p => Assert.Equal(("unread-text", UnsearchedChoice.Keep), (p.Kind, p.Done)));
    }

    private (List<PixelBox> Plan, SearchLedger Ledger) Redact(bool keepsUnread)
    {
        var seen = new Seen();
        var policy = new RedactionPolicy("test", new PolicyRule("fill"));
        var painter = ImageRedactor.Of(ImageRedactor.Bind(policy, new(ImageOperators.All)), policy,
            [new WrittenTextDetector(loaded.Reader, [])], keepsUnread);
        new ImageFileRedactor(painter).Redact(new MemoryStream(File()), new MemoryStream(), observer: seen);
        return (seen.Plan, seen.Ledger!);
    }

    private static PixelBox Middle(PixelBox line) => new(line.X + line.Width / 2, line.Y + line.Height / 2, 1, 1);

    private static byte[] File() =>
        System.IO.File.ReadAllBytes(Repository.PathOf("tests", "Redaction.Image.Tests", "Letters", "scripts.png"));

    private sealed class Seen : RedactionObserver
    {
        public List<PixelBox> Plan { get; } = [];

        public SearchLedger? Ledger { get; private set; }

        public override void OnSearched(SearchLedger ledger) => Ledger = ledger;

        public override void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text)
        {
            foreach (var item in plan.Items)
                if (item.Finding.Region is PixelBox box) Plan.Add(box);
        }
    }
}
