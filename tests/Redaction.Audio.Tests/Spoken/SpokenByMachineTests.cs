using Redaction.Evaluation;
using Redaction.Text;
using Xunit;

namespace Redaction.Audio.Tests;

public sealed class SpokenByMachineTests
{
    [EspeakFact]
    public void SpokenCalls_LoseTheirValuesAndKeepEveryOtherSample()
    {
        using var machine = new SpeakingMachine();
        var redactor = Calls.Redactor(new RedactionPolicy("test", new PolicyRule("silence") { MinScore = 0.5f }, new PolicyRule("keep")),
            [.. TextDetectors.All, new SpokenDetector()]);
        int values = 0, gone = 0, others = 0, same = 0;
        foreach (var written in new SpokenCallGenerator(CallSet.Test, 11).Generate(3))
        {
            var (call, wav) = machine.Speak(written);
            using var transcript = new MemoryStream();
            CallFiles.WriteWhisper(call, transcript);
            var (output, _, _, plans) =
                Calls.Redact(wav, System.Text.Encoding.UTF8.GetString(transcript.ToArray()), new WhisperJson(), redactor);
            var (before, after) = (WavFile.Data(wav), WavFile.Data(output));

            foreach (var word in call.Words)
            {
                var range = Bytes(word.Start, word.End);
                if (word.IsFree || range.Start.Value == range.End.Value) continue;
                if (word.Entity is null) (others, same) = (others + 1, same + (before[range].AsSpan().SequenceEqual(after[range]) ? 1 : 0));
                else (values, gone) = (values + 1, gone + (after[range].AsSpan().ContainsAnyExcept((byte)0) ? 0 : 1));
            }
            Outside(plans.Audio[0], before, after);
        }

        Assert.True(values > 100 && gone >= 0.97 * values, $"{gone} of {values} spoken words of values are silent");
        Assert.True(others > 100 && same >= 0.96 * others, $"{same} of {others} other words keep every sample");
    }

    private static void Outside(RedactionPlan<AudioSpan> plan, byte[] before, byte[] after)
    {
        var at = 0;
        foreach (var item in plan.Items)
        {
            var end = Math.Max(at, Frame(item.Finding.Region.FirstFrame(SpeakingMachine.Rate)));
            Assert.True(before.AsSpan(at..end).SequenceEqual(after.AsSpan(at..end)));
            at = Math.Min(before.Length, Frame(item.Finding.Region.EndFrame(SpeakingMachine.Rate)));
        }
        Assert.True(before.AsSpan(at).SequenceEqual(after.AsSpan(at)));

        static int Frame(long frame) => (int)frame * 4;
    }

    private static Range Bytes(double start, double end) =>
        ((int)Math.Round(start * SpeakingMachine.Rate) * 4)..((int)Math.Round(end * SpeakingMachine.Rate) * 4);
}
