using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BenchmarkDotNet.Attributes;
using Redaction.Text;

namespace Redaction.Benchmarks;

/// <summary>What as many further detectors cost: numbers in the shapes that identifiers have, whose check digits never fit.</summary>
public class MoreDetectorsBench
{
    private TextRedactor? _redactor;

    /// <summary>Whether as many detectors again are there.</summary>
    [Params(false, true)]
    public bool Twice { get; set; }

    [GlobalSetup]
    public void SetUp() =>
        _redactor = new(new("bench", new PolicyRule("label")),
            Twice ? [.. TextDetectors.All, .. Further(TextDetectors.All.Length)] : TextDetectors.All, TextOperators.All);

    [Benchmark]
    public int PlanProse() => _redactor!.Plan(Prose.Ordinary).Items.Length;

    [Benchmark]
    public int PlanRecords() => _redactor!.Plan(Prose.Records).Items.Length;

    [Benchmark]
    public int PlanDense() => _redactor!.Plan(Prose.Dense).Items.Length;

    private static ImmutableArray<ITextDetector> Further(int count)
    {
        string[] shapes =
        [
            .. Enumerable.Range(6, 10).Select(static n => $"[0-9]{{{n}}}"),
            .. from a in Enumerable.Range(2,
                3) from b in Enumerable.Range(2, 3) from c in Enumerable.Range(2,
                    3) select $"[0-9]{{{a}}}([- .])[0-9]{{{b}}}\\1[0-9]{{{c}}}",
            .. from letters in Enumerable.Range(1, 3) from digits in Enumerable.Range(5, 6) select $"[A-Z]{{{letters}}}[0-9]{{{digits}}}",
        ];
        return [.. Enumerable.Range(0, count)
            .Select(i => Detector(string.Create(CultureInfo.InvariantCulture, $"bench.id-{i}"), shapes[i % shapes.Length]))];
    }

    private static PatternDetector Detector(string id, string shape) =>
        new(id, new(id), new Regex($@"\b{shape}\b", RegexOptions.Compiled | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(30)))
        {
            Anchors = shape[1] == 'A' ? AnchorKinds.Word : AnchorKinds.Number,
            MinDigits = 5,
            Score = 0.5f,
            Validate = static _ => false,
        };
}
