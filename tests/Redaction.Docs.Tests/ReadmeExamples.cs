using System.Text.RegularExpressions;
using Redaction.Audio;
using Redaction.Image;
using Redaction.TestKit;
using Redaction.Text;
using Xunit;

namespace Redaction.Docs.Tests;

/// <summary>The examples of the README, compiled and run.</summary>
public partial class ReadmeExamples
{
    public static ITextDetector Badge { get; } = new PatternDetector("acme.badge", new("acme.badge"), BadgePattern())
    {
        MinDigits = 6,
        Reach = 3,
        Score = 0.4f,
        Context = new("badge", "employee number"),
    };

    [GeneratedRegex(@"AC-\d{6}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BadgePattern();

    [Fact]
    public void Text_IsRedacted()
    {
        var redactor = new RedactionEngineBuilder().Build();

        string safe = redactor.Text.Redact("Write to jane.doe@example.com or call +1 415 555 0132.");
        // Write to [email] or call [phone].

        Assert.Equal("Write to [email] or call [phone].", safe);
    }

    [Fact]
    public void Plan_SaysWhatWouldBeDone()
    {
        var redactor = new RedactionEngineBuilder().Build();

        RedactionPlan<TextSpan> plan = redactor.Text.Plan("SSN 536-22-1234");
        PlannedRedaction<TextSpan> item = plan.Items[0];
        // item.Finding.Type is us.ssn, item.Finding.Region is characters 4 to 15, item.Operator is label

        Assert.Equal((new EntityType("us.ssn"), new TextSpan(4, 11), "label"), (item.Finding.Type, item.Finding.Region, item.Operator));
    }

    [Fact]
    public void Edits_LeadBackToTheOriginal()
    {
        var redactor = new RedactionEngineBuilder().Build();

        RedactedText redacted = redactor.Text.RedactWithEdits("Mail jane.doe@example.com today.");
        int today = redacted.Edits.ToOriginal(redacted.Text.IndexOf("today", StringComparison.Ordinal));
        // 26: where "today" stands in the original

        Assert.Equal(26, today);
    }

    [Fact]
    public void Document_Streams()
    {
        var redactor = new RedactionEngineBuilder().Build();
        using var input = new MemoryStream("""{"mail":"jane.doe@example.com"}"""u8.ToArray());
        using var output = new MemoryStream();

        DocumentFormats.Json.Redact(input, output, new DocumentJob(redactor.Text));

        Assert.Equal("""{"mail":"[email]"}"""u8.ToArray(), output.ToArray());
    }

    [Fact]
    public void Image_LosesItsFaces()
    {
        var redactor = new RedactionEngineBuilder().Build();
        using var photo = File.OpenRead(Repository.PathOf("samples", "photos", "astronaut.jpg"));
        using var redactedPhoto = new MemoryStream();

        ImageFileSummary summary = redactor.Images.Redact(photo, redactedPhoto);

        Assert.Equal((512, 512), (summary.Width, summary.Height));
        var boxes = Boxes(redactor, photo);
        Assert.Contains(boxes, static box => box.Overlaps(new PixelBox(190, 80, 60, 80))); // the face
        Assert.All(boxes.SelectMany(static box => box.Boxes), box => Assert.True(IsBlack(redactedPhoto.ToArray(), box)));
    }

    [Fact]
    public void Call_LosesWhatIsSaid()
    {
        var redactor = new RedactionEngineBuilder().Build();
        using var wav = File.OpenRead(Repository.PathOf("samples", "calls", "support-call.wav"));
        using var transcript = File.OpenRead(Repository.PathOf("samples", "calls", "support-call.json"));
        using var redactedWav = new MemoryStream();
        using var redactedTranscript = new MemoryStream();

        CallSummary call = redactor.Calls.Redact(wav, transcript, TranscriptFormats.WhisperJson, redactedWav, redactedTranscript);

        Assert.True(call.MaskedSeconds > 1);
        Assert.Equal(wav.Length, redactedWav.Length);
        Assert.DoesNotContain("4111", System.Text.Encoding.UTF8.GetString(redactedTranscript.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void OwnDetector_NeedsItsContext()
    {
        var redactor = new RedactionEngineBuilder().AddDetector(Badge).Build();

        Assert.Equal("badge [acme.badge]", redactor.Text.Redact("badge AC-204713"));
        Assert.Equal("part AC-204713", redactor.Text.Redact("part AC-204713"));
    }

    private static IReadOnlyList<PixelBox> Boxes(RedactionEngine redactor, Stream image)
    {
        var observer = new BoxObserver();
        image.Position = 0;
        redactor.Images.Redact(image, Stream.Null, observer: observer);
        return observer.Boxes;
    }

    private static bool IsBlack(byte[] jpeg, PixelBox box)
    {
        var page = new VipsCodec().Decode(jpeg, ImageFormats.Sniff(jpeg)!, ImageFileOptions.Default).Page(0);
        for (var y = box.Y + 2; y < box.Bottom - 2; y++) // JPEG rings a little at the edges
            if (page.Row(y)[((box.X + 2) * page.Channels)..((box.X + box.Width - 2) * page.Channels)].ContainsAnyExceptInRange<byte>(0, 16))
                return false;
        return true;
    }

    private sealed class BoxObserver : RedactionObserver
    {
        public List<PixelBox> Boxes { get; } = [];

        public override void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text) =>
            Boxes.AddRange(plan.Items.Where(static i => i.Finding.Type == EntityTypes.Face)
                .Select(static i => i.Finding.Region).OfType<PixelBox>());
    }
}
