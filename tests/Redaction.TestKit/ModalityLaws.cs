using System.Text;
using System.Text.Json;
using Xunit;

namespace Redaction.TestKit;

/// <summary>What holds for every medium, checked on seeded random content and findings. One subclass a medium.</summary>
/// <typeparam name="TContent">The content as an object: a string, an image, a recording.</typeparam>
/// <typeparam name="TRegion">The medium's region.</typeparam>
public abstract class ModalityLaws<TContent, TRegion>
    where TRegion : struct, IRegion<TRegion>
{
    private const int Rounds = 300;

    /// <summary>An operator whose output does not depend on the value.</summary>
    protected abstract string Operator { get; }

    /// <summary>Options of the operator: none of the padding that is on by default, since the laws compare exact coverage.</summary>
    protected virtual OperatorOptions Options => OperatorOptions.None;

    protected abstract TContent Create(Random random);

    protected abstract TRegion CreateRegion(TContent content, Random random);

    /// <summary>The units (characters, pixels, ticks) a region covers; equal for equal regions.</summary>
    protected abstract IEnumerable<long> Units(TRegion region);

    /// <summary>Plans with planted findings, one detector a list.</summary>
    protected abstract RedactionPlan<TRegion> Plan(
        TContent content, RedactionPolicy policy, IReadOnlyList<IReadOnlyList<Finding<TRegion>>> planted);

    /// <summary>Paints a copy.</summary>
    protected abstract TContent Paint(TContent content, RedactionPolicy policy, RedactionPlan<TRegion> plan);

    /// <summary>A copy that differs from the content only under the regions.</summary>
    protected abstract TContent Scramble(TContent content, IEnumerable<TRegion> regions, Random random);

    /// <summary>True when output and input agree outside the plan.</summary>
    protected abstract bool SameOutside(TContent input, TContent output, RedactionPlan<TRegion> plan);

    protected abstract bool Same(TContent left, TContent right);

    /// <summary>Runs the medium's redactor with a detector that throws an exception that quotes its input.</summary>
    protected abstract void RunFailingDetector();

    [Fact]
    public void Plan_CoversEveryFindingNotKept() => ForAll((content, policy, planted, random) =>
    {
        var plan = Plan(content, policy, planted);

        foreach (var finding in NotKept(policy, planted))
            Assert.Contains(plan.Items, item => item.Finding.Region.Union(finding.Region).Equals(item.Finding.Region));
    });

    [Fact]
    public void Plan_OnLinearMedia_CoversNothingElse() => ForAll((content, policy, planted, random) =>
    {
        if (!TRegion.IsLinear) return;

        var plan = Plan(content, policy, planted);

        var found = NotKept(policy, planted).SelectMany(f => Units(f.Region)).ToHashSet();
        Assert.True(found.SetEquals(plan.Items.SelectMany(i => Units(i.Finding.Region))));
    });

    [Fact]
    public void Plan_IsSortedAndDisjoint() => ForAll((content, policy, planted, random) =>
    {
        var items = Plan(content, policy, planted).Items;

        for (var i = 0; i < items.Length; i++)
            for (var j = i + 1; j < items.Length; j++)
            {
                Assert.True(items[i].Finding.Region.CompareTo(items[j].Finding.Region) < 0);
                Assert.False(items[i].Finding.Region.Overlaps(items[j].Finding.Region));
            }
    });

    [Fact]
    public void Plan_CountsWhatIsKept() => ForAll((content, policy, planted, random) =>
    {
        var plan = Plan(content, policy, planted);

        Assert.Equal(planted.Sum(p => p.Count) - NotKept(policy, planted).Count(), plan.Kept);
        Assert.DoesNotContain(plan.Items, i => i.Operator == PolicyRule.Keep);
    });

    [Fact]
    public void Plan_InAnyDetectorOrder_IsTheSame() => ForAll((content, policy, planted, random) =>
    {
        var shuffled = planted.ToArray();
        random.Shuffle(shuffled);

        Assert.Equal(Json(Plan(content, policy, planted)), Json(Plan(content, policy, shuffled)));
    });

    [Fact]
    public void Paint_LeavesTheRestUntouched() => ForAll((content, policy, planted, random) =>
    {
        var plan = Plan(content, policy, planted);

        Assert.True(SameOutside(content, Paint(content, policy, plan), plan));
    });

    [Fact]
    public void Paint_DoesNotDependOnWhatLiesUnderThePlan() => ForAll((content, policy, planted, random) =>
    {
        var plan = Plan(content, policy, planted);
        var other = Scramble(content, plan.Items.Select(i => i.Finding.Region), random);

        Assert.True(Same(Paint(content, policy, plan), Paint(other, policy, plan)));
    });

    [Fact]
    public void Redact_OnEightThreads_EqualsOne() => ForAll((content, policy, planted, random) =>
    {
        var expected = Paint(content, policy, Plan(content, policy, planted));

        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 },
            _ => Assert.True(Same(expected, Paint(content, policy, Plan(content, policy, planted)))));
    }, rounds: 20);

    [Fact]
    public void FailingDetector_IsNamedAndQuotesNothing()
    {
        var failure = Assert.Throws<RedactionException>(RunFailingDetector);

        Assert.Equal(ErrorCodes.ComponentFailed, failure.Code);
        Assert.Equal("test.failing", failure.Component);
        Assert.Null(failure.InnerException);
        Assert.DoesNotContain(Canary.Text, failure.ToString(), StringComparison.Ordinal);
    }

    private delegate void Law(
        TContent content, RedactionPolicy policy, IReadOnlyList<IReadOnlyList<Finding<TRegion>>> planted, Random random);

    private void ForAll(Law law, int rounds = Rounds)
    {
        for (var seed = 0; seed < rounds; seed++)
        {
            var random = new Random(seed);
            var content = Create(random);
            try
            {
                law(content, RandomPolicy(random), Planted(content, random), random);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"The law is broken for seed {seed}.", e);
            }
        }
    }

    private RedactionPolicy RandomPolicy(Random random)
    {
        PolicyRule[] rules =
        [
            PolicyRule.For("a", Operator) with { With = Options }, PolicyRule.For("b.*", PolicyRule.Keep),
            PolicyRule.For("c", Operator) with { MinScore = 0.5f, With = Options },
        ];
        random.Shuffle(rules);
        return new("laws", [.. rules, random.Next(2) == 0 ? new PolicyRule(Operator) { With = Options } : new PolicyRule(PolicyRule.Keep)]);
    }

    /// <summary>Findings with scores above 0: a finding without a score is one that a refiner took back.</summary>
    private IReadOnlyList<IReadOnlyList<Finding<TRegion>>> Planted(TContent content, Random random)
    {
        var types = new[] { "a", "b.x", "c", "d" };
        return [.. Enumerable.Range(0, random.Next(1, 4))
            .Select(detector => (IReadOnlyList<Finding<TRegion>>)[.. Enumerable.Range(0, random.Next(0, 5))
            .Select(_ =>
                new Finding<TRegion>(new(types[random.Next(types.Length)]), CreateRegion(content, random), random.Next(1, 5) / 4f,
                    $"test.d{detector}"))])];
    }

    private static IEnumerable<Finding<TRegion>> NotKept(RedactionPolicy policy, IReadOnlyList<IReadOnlyList<Finding<TRegion>>> planted) =>
        planted.SelectMany(p => p)
            .Where(f => policy.Rules[policy.RuleFor(f.Type, f.Score, RedactionContext.Default)].Operator != PolicyRule.Keep);

    private static string Json(RedactionPlan<TRegion> plan)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) plan.WriteJson(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
