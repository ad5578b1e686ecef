using System.Collections.Immutable;
using System.Text.Json;
using Redaction.Audio;
using Redaction.Image;
using Redaction.TestKit;
using Redaction.Text;
using Xunit;

namespace Redaction.Batch.Tests;

/// <summary>Whatever the writer writes, the reader gives back: every kind of item, with random contents.</summary>
public sealed class ManifestRoundTripTests : IDisposable
{
    private static readonly string[] s_entities = ["email", "person", "phone", "face", "känn-zeichen", "x\"y"];
    private static readonly string[] s_operators = ["label", "erase", "pseudonym", "mask", "token", "fill", "tone"];
    private static readonly JsonSerializerOptions s_all = new() { IncludeFields = true };
    private static readonly Dictionary<VideoAudio, RedactionEngine> s_engines =
        Enum.GetValues<VideoAudio>().ToDictionary(static s => s, Make);
    private static readonly BatchOptions s_options = new()
    {
        Inputs = [],
        Context = new() { Purpose = "research", Role = "annotator", DataType = "chat" },
        Fields = [new("$.a[*].b")],
    };

    private readonly TemporaryFolder _folder = new();
    private int _spools;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(ItemKinds.Text, VideoAudio.Drop)]
    [InlineData(ItemKinds.Transcript, VideoAudio.Drop)]
    [InlineData(ItemKinds.Call, VideoAudio.Drop)]
    [InlineData(ItemKinds.Image, VideoAudio.Drop)]
    [InlineData(ItemKinds.Video, VideoAudio.Keep)]
    [InlineData(ItemKinds.Video, VideoAudio.Redact)]
    public void Read_WhatWasWritten_IsEqual(string kind, VideoAudio sound)
    {
        var random = new Random(HashCode(kind, sound));
        for (var i = 0; i < 60; i++)
        {
            var told = Told.Random(random, s_entities);
            using var result = Released(random, kind, told, sound);
            var plan = Plan(random, kind, result);
            var until = random.Next(2) == 0 ? (DateTimeOffset?)null : new DateTimeOffset(2031, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);
            var hold = random.Next(2) == 0;

            var item = WriteAndRead(result, sound, until, hold);

            Equal(Expected(result, sound) with { Facts = told.Facts(kind, sound), Plan = plan, RetainUntil = until, IsHeld = hold }, item);
        }
    }

    [Fact]
    public void Read_KaldiDirectory_HasItsParts()
    {
        var random = new Random(7);
        for (var parts = 1; parts < 5; parts++)
        {
            var files = Enumerable.Range(0, parts).Select(static p => new InputFile($"/in/k/{p}", $"k/{p}")).ToImmutableArray();
            using var result = Result(random, new BatchItem(0, new("/in/k/text", "k/text"), null) { Parts = files }, new KaldiItem());

            var item = WriteAndRead(result);

            Equal(Expected(result), item);
            Assert.Equal(["k/text", .. files.Select(static f => f.RelativePath)], item.Files.Select(static f => f.Source));
        }
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "json")]
    public void Read_Quarantined_HasItsCode(int inputs, string? format)
    {
        var random = new Random(8);
        var broken = new BatchItem(0, new("/in/a", inputs == 0 ? "." : "a"), null);
        using var result = new ItemOutcome(
            Notes(broken), format is null ? null : new DocumentItem(new Json()),
            [.. Enumerable.Range(0, inputs).Select(_ => Digest(random))], [],
            new RedactionException(ErrorCodes.Malformed, "json"));

        var item = WriteAndRead(result);

        Equal(Expected(result) with { Error = ErrorCodes.Malformed, Component = "json" }, item);
        Assert.False(item.IsReleased);
    }

    [Fact]
    public void Read_LinesLongerThanABuffer_AreWhole()
    {
        var random = new Random(9);
        using var output = new MemoryStream();
        using (var writer = new ManifestWriter(output, Engine(VideoAudio.Drop), s_options))
        {
            for (var i = 0; i < 40; i++)
            {
                var longer = new BatchItem(i, new("/in/a", $"{new string('a', random.Next(1, 20))}/{i}"), null);
                using var result = Result(random, longer, new DocumentItem(new PlainText()));
                Observe(result, new(), [.. Enumerable.Range(0, random.Next(0, 3000)).Select(n => new TextSpan(n * 10, 5))], random);
                writer.Write(result);
            }
        }
        output.Position = 0;

        var items = Manifest.Read(output).ToArray();

        Assert.Equal(Enumerable.Range(0, 40).Select(static i => $"{i}"), items.Select(static i => i.Main.Source.Split('/')[1]));
        Assert.All(items, static i => Assert.Equal(i.Entities.Values.Sum(), i.Plan.Length));
    }

    private static ManifestItem WriteAndRead(
        ItemOutcome result, VideoAudio sound = VideoAudio.Drop, DateTimeOffset? until = null, bool hold = false)
    {
        using var output = new MemoryStream();
        using (var writer = new ManifestWriter(output, Engine(sound), s_options with { RetainUntil = until }, hold)) writer.Write(result);
        output.Position = 0;
        return Assert.Single(Manifest.Read(output));
    }

    private ItemOutcome Released(Random random, string kind, Told told, VideoAudio sound)
    {
        var main = new InputFile("/in/a", $"ordner/ä {random.Next()}\\\"'.x");
        InputFile? transcript = kind is ItemKinds.Call or ItemKinds.Video && random.Next(2) == 0 ? new("/in/b", "ordner/b.srt") : null;
        IFileItem file = kind switch
        {
            ItemKinds.Image => new ImageItem(ImageFormats.Png) { Summary = told.Image },
            ItemKinds.Video => new VideoItem(VideoFormat.All[0], null) { Seen = told.Video, Heard = told.Call, Sound = sound },
            ItemKinds.Call => new CallItem(new Wav(), null) { Summary = told.Call },
            ItemKinds.Transcript => new TranscriptItem(new Srt()),
            _ => new DocumentItem(new PlainText()),
        };
        var result = Result(random, new BatchItem(0, main, transcript), file);
        result.Counts.Kept = random.Next(3);
        for (var i = random.Next(4); i > 0; i--) result.Notes.Written.Add(new(s_entities[i]), $"Ole {random.Next()} \"ø\"");
        return result;
    }

    private static ImmutableArray<PlannedItem> Plan(Random random, string kind, ItemOutcome result)
    {
        var plan = ImmutableArray.CreateBuilder<PlannedItem>();
        for (var i = random.Next(5); i > 0; i--)
        {
            var line = random.Next(2) == 0 ? 0 : random.Next();
            var place = new DocumentPlace(line, line == 0 ? null : "$.a[3].\"b\"", random.NextInt64(1L << 40));
            plan.AddRange((kind, random.Next(2)) switch
            {
                (ItemKinds.Image, _) => Observe(result, new(Page: random.Next(3)), [Box(random), Box(random)], random),
                (ItemKinds.Video, 0) => Observe(result, new(), [new TrackRegion(Box(random), 3, 3 + random.Next(90), 29.97)], random),
                (ItemKinds.Call or ItemKinds.Video, 1) =>
                    Observe(result, new(), [new AudioSpan(random.NextInt64(1L << 50), random.Next())], random),
                _ => Observe(result, place, [new TextSpan(random.Next(9999), random.Next(99))], random),
            });
        }
        return plan.ToImmutable();
    }

    private static PlannedItem[] Observe<TRegion>(ItemOutcome result, DocumentPlace place, ImmutableArray<TRegion> regions, Random random)
        where TRegion : struct, IRegion<TRegion>
    {
        ImmutableArray<PlannedRedaction<TRegion>> items = [.. regions.Select(r => new PlannedRedaction<TRegion>(
            new(new(s_entities[random.Next(4)]), r, random.NextSingle(), "detector-" + random.Next(9)), random.Next(20),
            s_operators[random.Next(7)]))];
        var plan = new RedactionPlan<TRegion>("p", items, kept: 0);
        new ManifestObserver(result.Notes, new(Engine(VideoAudio.Drop).Text)).OnPlan(in place, plan, "");
        return [.. items.Select(i => new PlannedItem(
            place with { Offset = 0 }, i.Finding.Type.Name, MathF.Round(i.Finding.Score, 4), i.Finding.Detector,
            Region(i.Finding.Region, place.Offset), i.Rule, i.Operator))];
    }

    private static PlannedRegion Region<TRegion>(TRegion region, long offset) => region switch
    {
        TextSpan text => new() { Characters = (offset + text.Start, offset + text.End) },
        PixelBox box => new() { Box = box },
        AudioSpan time => new() { Time = time },
        TrackRegion track => new()
        {
            Box = track.Box,
            Frames = (track.First, track.Last),
            Time = AudioSpan.FromBounds(Ticks(track.First / track.FramesPerSecond), Ticks((track.Last + 1) / track.FramesPerSecond)),
        },
        _ => throw new ArgumentException("no region"),
    };

    private static long Ticks(double seconds) => (long)((decimal)Math.Round(seconds, 3) * TimeSpan.TicksPerSecond);

    private static ManifestItem Expected(ItemOutcome result, VideoAudio sound = VideoAudio.Drop)
    {
        var engine = Engine(sound);
        ManifestFile[] files = [.. result.Item.Files.Select((f, i) => new ManifestFile(
            f.RelativePath, i < result.Inputs.Length ? result.Inputs[i] : null, i < result.Outputs.Length ? result.Outputs[i] : null))];
        var models = engine.Stamp.ModelsOf(result.Kind is ItemKinds.Image or ItemKinds.Video)
            .ToImmutableSortedDictionary(static m => m.Id, static m => $"{m.Version}:{m.Sha256}", StringComparer.Ordinal);
        var version = typeof(RedactionEngine).Assembly.GetName().Version!.ToString(3);
        var isCall = result.Item.Transcript is not null;
        return new()
        {
            Main = files[0],
            Transcript = isCall ? files[1] : null,
            Parts = isCall ? [] : [.. files[1..]],
            Kind = result.Kind,
            Format = result.Format,
            Policy = new(engine.Policy.Policy.Id, engine.Policy.Sha256),
            Extends = engine.Policy.Extends,
            Rules = PolicyCopy.Of(engine.Policy),
            Switches = ManifestSwitches.Of(engine, s_options),
            Written = result.Notes.Written.ByEntity.ToImmutableSortedDictionary(static w => w.Entity, static w => w.Texts),
            HasAllWritten = result is { Error: null, Kind: ItemKinds.Text or ItemKinds.Image },
            Stamp = new(version, engine.Stamp.Detectors, RedactionStamp.Lexicons, models),
            Entities = result.Counts.Entities.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Operators = result.Counts.Operators.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Kept = result.Counts.Kept,
        };
    }

    /// <summary>Records hold collections, which are equal by reference only: their JSON tells every field.</summary>
    private static void Equal(ManifestItem expected, ManifestItem item) => Assert.Equal(Text(expected), Text(item));

    private static string Text(ManifestItem item) => JsonSerializer.Serialize(item, s_all);

    private ItemOutcome Result(Random random, BatchItem item, IFileItem file)
    {
        ImmutableArray<FileDigest> inputs = [.. item.Files.Select(_ => Digest(random))];
        return new(Notes(item), file, inputs, [.. item.Files.Select(_ => Digest(random))]);
    }

    private ItemNotes Notes(BatchItem item) => new(item, new PlanSpool(_folder.PathOf("spool"), $"{_spools++}"));

    private static FileDigest Digest(Random random) => new(random.GetHexString(64, lowercase: true), random.NextInt64());

    private static PixelBox Box(Random random) => new(random.Next(-5, 4000), random.Next(4000), random.Next(1, 900), random.Next(1, 900));

    private static int HashCode(string kind, VideoAudio sound) => (ItemKinds.All.IndexOf(kind) * 10) + (int)sound;

    private static RedactionEngine Engine(VideoAudio sound) => s_engines[sound];

    private static RedactionEngine Make(VideoAudio sound)
    {
        var policy = $"id: p\nextends: default\nvideo: {{ audio: {sound.ToString().ToLowerInvariant()} }}\nrules:\n  - operator: label\n";
        return new RedactionEngineBuilder().UsePolicy(PolicyFile.Parse(policy)).ForScanning().Build();
    }
}
