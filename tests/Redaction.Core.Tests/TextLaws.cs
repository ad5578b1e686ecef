using System.Buffers;
using Redaction.TestKit;

namespace Redaction.Core.Tests;

/// <summary>The laws for text.</summary>
public class TextLaws : ModalityLaws<string, TextSpan>
{
    protected override string Operator => "stamp";

    protected override string Create(Random random) =>
        new([.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => (char)random.Next('a', 'z' + 1))]);

    protected override TextSpan CreateRegion(string content, Random random)
    {
        var start = random.Next(content.Length);
        return new(start, random.Next(1, content.Length - start + 1));
    }

    protected override IEnumerable<long> Units(TextSpan region) => Enumerable.Range(region.Start, region.Length).Select(i => (long)i);

    protected override RedactionPlan<TextSpan> Plan(
        string content, RedactionPolicy policy, IReadOnlyList<IReadOnlyList<Finding<TextSpan>>> planted) =>
        new RedactionPlanner<TextSource, TextSpan>(policy, PlantedDetector<TextSource, TextSpan>.ForEach(planted))
            .Plan(new TextSource(content));

    protected override string Paint(string content, RedactionPolicy policy, RedactionPlan<TextSpan> plan)
    {
        var output = new ArrayBufferWriter<char>();
        new TextPlanWriter(policy, [new Stamp()]).Write(content, plan, output);
        return output.WrittenSpan.ToString();
    }

    protected override string Scramble(string content, IEnumerable<TextSpan> regions, Random random)
    {
        var characters = content.ToCharArray();
        foreach (var region in regions)
            for (var i = region.Start; i < region.End; i++) characters[i] = (char)random.Next('A', 'Z' + 1);
        return new(characters);
    }

    protected override bool SameOutside(string input, string output, RedactionPlan<TextSpan> plan)
    {
        int position = 0, written = 0;
        foreach (var item in plan.Items)
        {
            var gap = item.Finding.Region.Start - position;
            if (!input.AsSpan(position, gap).SequenceEqual(output.AsSpan(written, gap)) || output[written + gap] != Stamp.Mark)
                return false;
            written += gap + 1;
            position = item.Finding.Region.End;
        }
        return input.AsSpan(position).SequenceEqual(output.AsSpan(written));
    }

    protected override bool Same(string left, string right) => left == right;

    protected override void RunFailingDetector() =>
        new RedactionPlanner<TextSource, TextSpan>(new("laws", new PolicyRule("stamp")), new Failing()).Plan(new TextSource(Canary.Text));

    private sealed class Stamp : ITextOperator
    {
        public const char Mark = '#';

        public string Id => "stamp";

        public string Description => "Writes one mark.";

        public void Write(ReadOnlySpan<char> original, in PlannedRedaction<TextSpan> item, IBufferWriter<char> output) =>
            output.Write([Mark]);
    }

    private sealed class Failing : ITextDetector
    {
        public DetectorInfo Info { get; } = new("test.failing", new EntityType("a"));

        public void Detect(TextSource source, FindingSink<TextSpan> findings) => throw new FormatException(source.Text.ToString());
    }
}
