using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Redaction.Audio;
using Redaction.Evaluation;
using Redaction.Text;

namespace Redaction.Benchmarks;

/// <summary>How the cost grows with the length of a transcript: invented calls as JSON of Whisper and as SRT,
/// all pattern detectors, no recording.</summary>
public class TranscriptLengthBench
{
    private static readonly CallRedactor s_redactor = new(
        new("bench", new PolicyRule("label") { MinScore = 0.5f }, new PolicyRule("keep")), [.. TextDetectors.All, new SpokenDetector()],
        [.. TextOperators.All, .. AudioOperators.All]);

    private byte[] _whisper = [], _srt = [];

    [Params(1_000, 10_000, 100_000)]
    public int Words { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var call = Call(Words);
        using var whisper = new MemoryStream();
        CallFiles.WriteWhisper(call, whisper);
        var srt = new StringBuilder();
        foreach (var turn in call.Words.GroupBy(static w => w.Turn))
            srt.Append(CultureInfo.InvariantCulture,
                $"{turn.Key + 1}\n{Time(turn.First().Start)} --> {Time(turn.Last().End)}\n"
                + $"{string.Join(' ', turn.Select(static w => w.Text))}\n\n");
        (_whisper, _srt) = (whisper.ToArray(), Encoding.UTF8.GetBytes(srt.ToString()));
    }

    [Benchmark]
    public void Whisper() => Redact(_whisper, new WhisperJson());

    [Benchmark]
    public void Srt() => Redact(_srt, new Srt());

    private static void Redact(byte[] transcript, ITranscriptFormat format) =>
        s_redactor.RedactTranscript(new MemoryStream(transcript), format, Stream.Null);

    /// <summary>Different calls one after another, as one.</summary>
    private static LabelledCall Call(int words)
    {
        var all = new List<LabelledWord>(words);
        foreach (var call in new SpokenCallGenerator(CallSet.Development, 1).Generate(int.MaxValue))
        {
            var (time, turn) = all.Count == 0 ? (0, 0) : (all[^1].End + 1, all[^1].Turn + 1);
            foreach (var word in call.Words)
            {
                if (all.Count == words) return new("long", [.. all]);
                all.Add(word with { Start = word.Start + time, End = word.End + time, Turn = word.Turn + turn });
            }
        }
        throw new InvalidOperationException();
    }

    private static string Time(double seconds) => TimeSpan.FromSeconds(seconds).ToString(@"hh\:mm\:ss\,fff", CultureInfo.InvariantCulture);
}
