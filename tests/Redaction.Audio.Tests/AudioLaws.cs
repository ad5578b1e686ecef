using Redaction.TestKit;

namespace Redaction.Audio.Tests;

/// <summary>The laws for audio, on recordings of one frame a tick.</summary>
public class AudioLaws : ModalityLaws<float[], AudioSpan>
{
    private const int Rate = (int)TimeSpan.TicksPerSecond;

    protected override string Operator => "noise";

    protected override float[] Create(Random random) => [.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => Sample(random))];

    protected override AudioSpan CreateRegion(float[] content, Random random)
    {
        var start = random.Next(content.Length);
        return new(start, random.Next(1, content.Length - start + 1));
    }

    protected override IEnumerable<long> Units(AudioSpan region) =>
        Enumerable.Range((int)region.Start, (int)region.Length).Select(i => (long)i);

    protected override RedactionPlan<AudioSpan> Plan(
        float[] content, RedactionPolicy policy, IReadOnlyList<IReadOnlyList<Finding<AudioSpan>>> planted) =>
        new RedactionPlanner<AudioSource, AudioSpan>(policy, PlantedDetector<AudioSource, AudioSpan>.ForEach(planted))
            .Plan(new AudioSource(new("", []), content.Length));

    protected override float[] Paint(float[] content, RedactionPolicy policy, RedactionPlan<AudioSpan> plan)
    {
        var copy = (float[])content.Clone();
        new AudioRedactor(policy, [], AudioOperators.All).Paint(copy, Rate, 1, 0, plan);
        return copy;
    }

    protected override float[] Scramble(float[] content, IEnumerable<AudioSpan> regions, Random random)
    {
        var copy = (float[])content.Clone();
        foreach (var region in regions)
            for (var i = region.Start; i < region.End; i++) copy[i] = Sample(random);
        return copy;
    }

    protected override bool SameOutside(float[] input, float[] output, RedactionPlan<AudioSpan> plan)
    {
        if (input.Length != output.Length) return false;
        for (var i = 0; i < input.Length; i++)
            if (input[i] != output[i] && !plan.Items.Any(item => item.Finding.Region.Overlaps(new(i, 1)))) return false;
        return true;
    }

    protected override bool Same(float[] left, float[] right) => left.AsSpan().SequenceEqual(right);

    protected override void RunFailingDetector() =>
        new AudioRedactor(new("laws", new PolicyRule("silence")), [new Failing()], AudioOperators.All)
            .Plan(new AudioSource(new(Canary.Text, []), 1));

    private static float Sample(Random random) => 2 + random.NextSingle();

    private sealed class Failing : IAudioDetector
    {
        public DetectorInfo Info { get; } = new("test.failing", new EntityType("a"));

        public void Detect(AudioSource source, FindingSink<AudioSpan> findings) => throw new FormatException(source.Text.Text.ToString());
    }
}
