using Xunit;

namespace Redaction.Core.Tests;

public class RedactionObserverTests
{
    private static readonly PlannedRedaction<TextSpan> s_item = new(new(EntityTypes.Email, new(0, 3), 1, "test"), 0, "erase");

    [Fact]
    public void OnOriginal_ObserverBeforeAnotherOverridesPlansOnly_ReachesTheOther()
    {
        var sealing = new Recording();

        Notify(new Counting(sealing));

        Assert.Equal(["plan 1", "original 3 x 1"], sealing.Notes);
    }

    [Fact]
    public void OnPlan_OverrideThatKeepsItToItself_DoesNotReachTheOther()
    {
        var sealing = new Recording();

        Notify(new Silent(sealing));

        Assert.Equal(["original 3 x 1"], sealing.Notes);
    }

    [Fact]
    public void None_IsNotified_DoesNothing() => Notify(RedactionObserver.None);

    [Fact]
    public void ToArray_RowsWithBytesBetweenThem_TakesTheRowsOnly()
    {
        byte[] bytes = [1, 2, 9, 9, 3, 4];

        var region = new OriginalRegion(bytes, stride: 4, x: 5, y: 6, width: 2, height: 2, unitSize: 1);

        Assert.Equal([1, 2, 3, 4], region.ToArray());
        Assert.Equal([3, 4], region.Row(1).ToArray());
        Assert.Equal("OriginalRegion(2 x 2)", region.ToString());
    }

    [Fact]
    public void OriginalRegion_TooFewBytes_IsRefused() =>
        Assert.Throws<ArgumentException>(
            () => new OriginalRegion(new byte[5], stride: 4, x: 0, y: 0, width: 2, height: 2, unitSize: 1).Height);

    private static void Notify(RedactionObserver observer)
    {
        observer.OnPlan(default, new RedactionPlan<TextSpan>("p", [s_item], 0), "abc");
        observer.OnOriginal(default, in s_item, new([1, 2, 3], 3, 0, 0, 3, 1, 1));
    }

    private sealed class Recording : RedactionObserver
    {
        public List<string> Notes { get; } = [];

        public override void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text) =>
            Notes.Add($"plan {plan.Items.Length}");

        public override void OnOriginal<TRegion>(in DocumentPlace place, in PlannedRedaction<TRegion> item, OriginalRegion original) =>
            Notes.Add($"original {original.Width} x {original.Height}");
    }

    private sealed class Counting(RedactionObserver next) : RedactionObserver(next)
    {
        public override void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text) =>
            base.OnPlan(in place, plan, text);
    }

    private sealed class Silent(RedactionObserver next) : RedactionObserver(next)
    {
        public override void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text)
        {
        }
    }
}
