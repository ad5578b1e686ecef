using Xunit;

namespace Redaction.Image.Tests;

public class TrackerTests
{
    [Fact]
    public void MaskedAt_InAGap_LiesBetweenTheSights()
    {
        var tracker = new Tracker(memory: 5, framesPerSecond: 10);
        See(tracker, 0, new PixelBox(0, 0, 10, 10));
        See(tracker, 4, new PixelBox(24, 0, 10, 10));

        var box = Assert.Single(At(tracker, 2));

        Assert.True(box.X <= 12 && box.Right >= 22 && box.Width <= 14);
    }

    [Fact]
    public void MaskedAt_BeforeTheFirstAndAfterTheLastSight_RemembersForSoLongOnly()
    {
        var tracker = new Tracker(memory: 3, framesPerSecond: 10);
        See(tracker, 10, new PixelBox(50, 50, 10, 10));
        for (var frame = 0; frame < 20; frame++)
            Assert.Equal(frame is >= 7 and <= 13 ? 1 : 0, At(tracker, frame).Length);
    }

    [Fact]
    public void MaskedAt_AfterTheLastSightOfSomethingThatMoves_CoversWhereItIsGoing()
    {
        var tracker = new Tracker(memory: 5, framesPerSecond: 10);
        for (var frame = 0; frame < 5; frame++) See(tracker, frame, new PixelBox(frame * 6, 0, 12, 12));

        var box = Assert.Single(At(tracker, 7));

        Assert.True(box.X <= 24 && box.Right >= 7 * 6 + 12);
    }

    [Fact]
    public void MaskedAt_WeakFindings_OnlyProlongATrack()
    {
        var tracker = new Tracker(memory: 2, framesPerSecond: 10);
        for (var frame = 0; frame < 8; frame++) See(tracker, frame, new PixelBox(20, 20, 10, 10), score: frame == 4 ? 0.9f : 0.3f);
        for (var frame = 0; frame < 8; frame++) See(tracker, frame + 8, new PixelBox(120, 20, 10, 10), score: 0.3f);

        Assert.Equal([new PixelBox(20, 20, 10, 10)], At(tracker, 0));
        Assert.Equal([new PixelBox(20, 20, 10, 10)], At(tracker, 7));
        Assert.Empty(At(tracker, 12));
    }

    [Fact]
    public void See_TwoThingsThatPass_StayTwo()
    {
        var tracker = new Tracker(memory: 3, framesPerSecond: 10);
        for (var frame = 0; frame < 12; frame++)
            See(tracker, frame, new PixelBox(frame * 10, 0, 12, 12), new PixelBox(120 - frame * 10, 30, 12, 12));

        Assert.Equal(2, tracker.All.Count());
    }

    private static void See(Tracker tracker, int frame, params PixelBox[] boxes) => See(tracker, frame, 0.9f, boxes);

    private static void See(Tracker tracker, int frame, PixelBox box, float score) => See(tracker, frame, score, box);

    private static void See(Tracker tracker, int frame, float score, params PixelBox[] boxes) =>
        tracker.See(frame, boxes.Select(b => new Finding<PixelBox>(EntityTypes.Face, b, score, "face")).ToArray(), f => f.Score >= 0.5f);

    private static PixelBox[] At(Tracker tracker, int frame)
    {
        var sink = new FindingSink<PixelBox>();
        tracker.MaskedAt(frame, 200, 200, sink);
        return [.. sink.Items.ToArray().Select(f => f.Region)];
    }
}
