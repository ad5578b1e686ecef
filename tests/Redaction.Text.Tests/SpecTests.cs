using Redaction.TestKit;
using Xunit;

namespace Redaction.Text.Tests;

/// <summary>Every detector does what its specification says, at the score from which the default policy acts.</summary>
public class SpecTests
{
    private const float ActsFrom = 0.5f;
    private static readonly SpecFile[] s_specs = [
        .. SpecFile.ReadAll(Repository.PathOf("src", "Redaction.Text"))
            .Where(s => !s.Path.Contains("Operators", StringComparison.Ordinal))];

    private static readonly ITextDetector[] s_detectors = [.. TextDetectors.All, .. TextDetectors.OnRequest];

    public static TheoryData<string> Ids => [.. s_detectors.Select(d => d.Info.Id)];

    /// <summary>Every text that a specification finds something in or leaves.</summary>
    internal static IEnumerable<string> Texts() => s_specs.SelectMany(static s => s.Finds.Concat(s.Leaves)).Select(static c => c.Text);

    [Theory, MemberData(nameof(Ids))]
    public void Detector_OnItsSpecification_FindsAndLeaves(string id)
    {
        var spec = Assert.Single(s_specs, s => s.Id == id);
        var detector = s_detectors.Single(d => d.Info.Id == id);

        foreach (var item in spec.Finds.Concat(spec.Leaves))
        {
            var sink = new FindingSink<TextSpan>();
            detector.Detect(new TextSource(item.Text), sink);
            var found = sink.Items.ToArray().Where(f => f.Score >= ActsFrom).Select(f => f.Region).Order().ToArray();
            Assert.True(found.SequenceEqual(item.Spans),
                $"{id} spec line {item.Line}: found [{string.Join(" ", found)}], specified [{string.Join(" ", item.Spans)}]");
        }
    }

    [Theory, MemberData(nameof(Ids))]
    public void Specification_HasFiveOfEachAndANearMiss(string id)
    {
        var spec = Assert.Single(s_specs, s => s.Id == id);

        Assert.True(spec.Finds.Count >= 5, "five finds");
        Assert.True(spec.Leaves.Count >= 5, "five leaves");
        Assert.All(spec.Finds, c => Assert.NotEmpty(c.Spans));
        Assert.All(spec.Leaves, c => Assert.Empty(c.Spans));
        Assert.Contains(spec.Leaves, c => c.Note.Contains("near miss", StringComparison.Ordinal));
    }

    [Fact]
    public void Specifications_AllBelongToADetector() =>
        Assert.Empty(s_specs.Select(s => s.Id).Except(s_detectors.Select(d => d.Info.Id)));
}
