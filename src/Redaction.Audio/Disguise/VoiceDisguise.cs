using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Redaction.Audio;

/// <summary>Makes every speaker of a recording sound like somebody else: a disguise for human ears, <b>not</b> anonymisation.</summary>
/// <remarks>
/// The method <c>disguise</c> (McAdams) is the second baseline of the VoicePrivacy Challenge 2024: an attacker who knows it still tells
/// speakers apart, with an equal error rate of 7.5 % for women and 1.6 % for men (8.8 % and 0.4 % without any disguise;
/// 50 % would be chance), and speech recognition makes 10 % word errors instead of 1.8 %.
/// The others are weaker: <c>formant</c> makes the vocal tract longer or shorter and leaves the pitch, <c>pitch</c> makes the voice
/// higher or lower and leaves the formants; what they are worth was not measured. The coefficient of a speaker comes from the key,
/// the project and the speaker's label, so that the same speaker sounds the same in all calls of a project, and in no two projects alike.
/// Masked spans stay as they are. Thread-safe.
/// </remarks>
public sealed class VoiceDisguise
{
    private readonly VoiceKind _kind;
    private readonly byte[] _key;
    private readonly ConcurrentDictionary<string, double> _coefficients = new(StringComparer.Ordinal);

    /// <summary>Makes a disguise.</summary>
    /// <param name="key">The root key; it may be disposed of afterwards.</param>
    /// <param name="project">Name of the project.</param>
    /// <param name="voice">What changes, one of <see cref="Voices"/>.</param>
    /// <exception cref="ArgumentException">There is no such voice.</exception>
    public VoiceDisguise(RedactionKey key, string project = "", string voice = "disguise")
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(project);
        if (!Voices.Contains(voice))
            throw new ArgumentException($"There is no voice '{voice}' (valid: {string.Join(", ", Voices)}).", nameof(voice));
        _kind = (VoiceKind)Voices.IndexOf(voice);
        _key = key.Derive(_kind == VoiceKind.Disguise ? "voice-disguise" : "voice-" + voice, project);
    }

    /// <summary>What can change: <c>disguise</c>, <c>formant</c> and <c>pitch</c>.</summary>
    public static ImmutableArray<string> Voices { get; } = ["disguise", "formant", "pitch"];

    /// <summary>The coefficient of a speaker.</summary>
    /// <value>For <c>disguise</c> that of McAdams, 0.5 to 0.9. For <c>formant</c> and <c>pitch</c> how many times as high they become:
    /// 0.75 to 0.88 or 1.14 to 1.33, two to five semitones.</value>
    /// <param name="speaker">The label or name that the transcript gives; empty where it does not tell.</param>
    public double CoefficientOf(string speaker)
    {
        ArgumentNullException.ThrowIfNull(speaker);
        return _coefficients.GetOrAdd(speaker, s =>
        {
            var hash = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(s));
            var share = BinaryPrimitives.ReadUInt32LittleEndian(hash) / (double)uint.MaxValue;
            if (_kind == VoiceKind.Disguise) return 0.5 + 0.4 * share;
            var semitones = 2.2 + 2.7 * share;
            return Math.Pow(2, ((hash[4] & 1) == 0 ? semitones : -semitones) / 12);
        });
    }

    /// <summary>Who speaks when, as coefficients; between two turns the speaker of the one before goes on.</summary>
    internal VoiceTurns Turns(Transcript transcript, int sampleRate)
    {
        var turns = new List<(long FirstFrame, double Coefficient)> {
            (0, CoefficientOf(transcript.Speakers.IsEmpty ? "" : transcript.Speakers[0].Speaker)) };
        foreach (var piece in transcript.Recovered.Pieces)
        {
            if (piece.Region is not { } time || SpeakerRuns.SpeakerOf(transcript.Speakers, piece.Span) is not { } speaker) continue;
            turns.Add((time.FirstFrame(sampleRate), CoefficientOf(speaker)));
        }
        turns.Sort(1, turns.Count - 1, null);
        var result = ImmutableArray.CreateBuilder<(long, double)>();
        foreach (var turn in turns)
            if (result.Count == 0 || result[^1].Item2 != turn.Coefficient) result.Add(turn);
        return new(_kind, result.ToImmutable());
    }
}
