using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>CHAT, the transcripts of TalkBank and CHILDES: headers, utterances with a bullet of milliseconds, and tiers that hang on
/// them.</summary>
/// <remarks>MacWhinney, <em>Tools for Analyzing Talk, part 1: the CHAT transcription format</em> (https://talkbank.org/manuals/CHAT.html).
/// An utterance without a bullet lies between its neighbours with one.</remarks>
internal sealed class Chat : ITranscriptFormat
{
    /// <inheritdoc/>
    public string Id => "chat";

    /// <inheritdoc/>
    public string Description => "CHAT transcripts of TalkBank.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".cha"];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => head.StartsWith("@UTF8"u8) || head.IndexOf("@Begin"u8) >= 0;

    /// <inheritdoc/>
    public Transcript Read(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var builder = new TranscriptBuilder(content);
        var lines = ChatLines.Read(content, builder);
        long before = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Kind != ChatLineKind.Utterance)
            {
                foreach (var field in line.Texts)
                    if (line.Kind != ChatLineKind.Header || !ChatParticipants.TryAdd(content, field, builder)) builder.AddLoose(field, "$");
                continue;
            }
            var (from, to) = line.Time is { } time ? (time.Start, time.End) : (before, After(lines, i));
            builder.AddSegment([.. line.Texts.Select((field, at) => new SpokenWord(field, null, null, at > 0 ? " " : "", line.Speaker))],
                from, to);
            before = Math.Max(before, line.Time?.End ?? before);
        }
        return builder.Build();
    }

    /// <summary>Where the next utterance with a time begins; the end of the recording where there is none.</summary>
    private static long? After(List<ChatLine> lines, int index)
    {
        for (var i = index + 1; i < lines.Count; i++)
            if (lines[i] is { Kind: ChatLineKind.Utterance, Time: { } time }) return time.Start;
        return null;
    }
}
