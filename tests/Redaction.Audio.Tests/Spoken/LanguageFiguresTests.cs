using Redaction.Evaluation;
using Redaction.Text;
using Xunit;

namespace Redaction.Audio.Tests;

/// <summary>Invented calls of each language, with numbers as ICU spells them: what is masked of values, and of other words.</summary>
public class LanguageFiguresTests
{
    private const int Seed = 31;
    private const int Calls = 10;

    private static readonly CallRedactor s_redactor = Audio.Tests.Calls.Redactor(
        new RedactionPolicy("test", new PolicyRule("silence") { MinScore = 0.5f }, new PolicyRule("keep")),
        [.. TextDetectors.All, new SpokenDetector()]);

    public static TheoryData<string> Languages => [.. LanguageTexts.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void InventedCalls_AreMaskedAndLittleElse(string language)
    {
        var (scorer, others) = Measure(new(CallSet.Development, Seed, language), static call => call);

        Assert.True(scorer.Words.Recall >= 0.97, $"seed {Seed}: word recall {scorer.Words.Recall}");
        Assert.True(scorer.LeakingCalls <= 0.1 * scorer.Calls + 1, $"seed {Seed}: {scorer.LeakingCalls} calls of {scorer.Calls} leak");
        Assert.True(scorer.Words.FalsePositives <= 0.03 * others,
            $"seed {Seed}: other words masked {scorer.Words.FalsePositives} of {others}");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void InventedCalls_HeardWithErrors_AreMaskedForTheMostPart(string language)
    {
        var generator = new SpokenCallGenerator(CallSet.Test, Seed, language);
        var channel = new ErrorChannel(0.15, Seed, generator.Generate(10).SelectMany(static c => c.Words).Select(static w => w.Text));

        var (scorer, _) = Measure(generator, channel.Hear);

        Assert.True(scorer.Words.Recall >= (language == "ja" ? 0.7 : 0.82), $"seed {Seed}: word recall {scorer.Words.Recall}");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Language_OfItsCalls_IsTold(string language)
    {
        foreach (var call in new SpokenCallGenerator(CallSet.Test, Seed, language).Generate(5))
            Assert.Equal(language, SpokenLanguages.For(string.Join(' ', call.Words.Select(static w => w.Text)), null).Language);
    }

    private static (CallScorer Scorer, long Others) Measure(SpokenCallGenerator generator, Func<LabelledCall, LabelledCall> hear)
    {
        var scorer = new CallScorer();
        long others = 0;
        foreach (var call in generator.Generate(Calls))
        {
            var other = call.Words.Where(static w => w.Entity is null && !w.IsFree).ToArray();
            others += other.Length;
            scorer.Add([.. call.Words.Where(static w => w.Entity is not null && !w.IsFree).Select(CallMask.Time)],
                [.. other.Select(CallMask.Time)], CallMask.Of(s_redactor, hear(call), call.Words[^1].End));
        }
        return (scorer, others);
    }
}
