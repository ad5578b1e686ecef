using Redaction.TestKit;

namespace Redaction.Audio.Tests;

/// <summary>The laws for audio.</summary>
public class AudioLaws : ModalityLaws<float[], AudioSpan>
{
    private const int Rate = 20; // frames a second: few samples, whole seconds
    private const int Seconds = 60;

    protected override string Operator => "silence";

    protected override OperatorOptions Options { get; } = new([KeyValuePair.Create("paddingMs", "0")]);

    protected override float[] Create(Random random) => [.. Enumerable.Range(0, Rate * Seconds).Select(_ => random.NextSingle() + 0.1f)];

    protected override AudioSpan CreateRegion(float[] content, Random random)
    {
        var from = random.Next(Seconds - 1);
        return AudioSpan.FromBounds(Ticks(from), Ticks(random.Next(from + 1, Math.Min(Seconds, from + 8))));
    }

    protected override IEnumerable<long> Units(AudioSpan region)
    {
        for (var second = region.Start; second < region.End; second += Ticks(1)) yield return second;
    }

    protected override RedactionPlan<AudioSpan> Plan(float[] content, RedactionPolicy policy, IReadOnlyList<IReadOnlyList<Finding<AudioSpan>>> planted) =>
        new AudioRedactor(policy, PlantedDetector<AudioSource, AudioSpan>.ForEach(planted), AudioOperators.All).Plan(Source());

    protected override float[] Paint(float[] content, RedactionPolicy policy, RedactionPlan<AudioSpan> plan)
    {
        float[] copy = [.. content];
        new AudioRedactor(policy, [], AudioOperators.All).Paint(copy, Rate, 1, 0, plan);
        return copy;
    }

    protected override float[] Scramble(float[] content, IEnumerable<AudioSpan> regions, Random random)
    {
        float[] copy = [.. content];
        foreach (var second in regions.SelectMany(Units).Select(u => (int)(u / Ticks(1))))
            for (var i = second * Rate; i < (second + 1) * Rate; i++) copy[i] = -random.NextSingle();
        return copy;
    }

    protected override bool SameOutside(float[] input, float[] output, RedactionPlan<AudioSpan> plan)
    {
        var inside = plan.Items.SelectMany(i => Units(i.Finding.Region)).Select(u => (int)(u / Ticks(1))).ToHashSet();
        return !Enumerable.Range(0, input.Length).Any(i => !inside.Contains(i / Rate) && input[i] != output[i]);
    }

    protected override bool Same(float[] left, float[] right) => left.AsSpan().SequenceEqual(right);

    protected override void RunFailingDetector() =>
        new AudioRedactor(new("laws", new PolicyRule("silence")), [new Failing()], AudioOperators.All).Plan(Source());

    private static AudioSource Source() => new(new RecoveredText<AudioSpan>("", []), Ticks(Seconds));

    private static long Ticks(int seconds) => seconds * TimeSpan.TicksPerSecond;

    private sealed class Failing : IDetector<AudioSource, AudioSpan>
    {
        public DetectorInfo Info { get; } = new("test.failing", new EntityType("a"));

        public void Detect(AudioSource source, FindingSink<AudioSpan> findings) => throw new FormatException(Canary.Text);
    }
}
