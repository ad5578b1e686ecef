using System.Buffers.Text;

namespace Redaction.Audio;

/// <summary>Reads the lines of a CHAT file and their bullets: <c>U+0015</c>, milliseconds, <c>_</c>, milliseconds, <c>U+0015</c>.</summary>
internal static class ChatLines
{
    private const byte Bullet = 0x15;
    private const long Longest = 1_000_000_000_000;

    /// <summary>All lines; what is structure is told to the builder.</summary>
    /// <exception cref="RedactionException">A line begins with none of the signs of the format.</exception>
    public static List<ChatLine> Read(byte[] content, TranscriptBuilder builder)
    {
        var lines = new List<ChatLine>();
        var number = 0;
        foreach (var line in CueLine.Split(content))
        {
            number++;
            if (line.Length == 0) continue;
            var at = line.Start;
            if (content[at] is (byte)'\t' or (byte)' ')
            {
                if (lines.Count == 0) throw Malformed(number);
                lines[^1] = lines[^1] with { Time = Texts(content, at, line.End, builder, lines[^1].Texts, lines[^1].Time) };
                continue;
            }
            var kind = content[at] switch
            {
                (byte)'@' => ChatLineKind.Header,
                (byte)'*' => ChatLineKind.Utterance,
                (byte)'%' => ChatLineKind.Tier,
                _ => throw Malformed(number),
            };
            var speaker = Begin(content, line, kind, builder, ref at, number);
            var texts = new List<TranscriptField>();
            var time = Texts(content, at, line.End, builder, texts, null);
            lines.Add(new(kind, speaker, texts, time));
        }
        return lines;
    }

    /// <summary>Passes over the sign of a line, and over the code of who speaks.</summary>
    private static string? Begin(byte[] content, CueLine line, ChatLineKind kind, TranscriptBuilder builder, ref int at, int number)
    {
        builder.AddStructure(at++, 1);
        if (kind == ChatLineKind.Header) return null;
        var colon = content.AsSpan(at, line.End - at).IndexOf((byte)':');
        if (colon <= 0) throw Malformed(number);
        var code = builder.Field(at, colon, FieldEncoding.Plain);
        if (kind == ChatLineKind.Utterance) ChatParticipants.AddCode(code, builder);
        else builder.AddStructure(at, colon);
        builder.AddStructure(at + colon, 1);
        at += colon + 1;
        return kind == ChatLineKind.Utterance ? code.Text : null;
    }

    private static AudioSpan? Texts(
        byte[] content, int at, int end, TranscriptBuilder builder, List<TranscriptField> texts, AudioSpan? time)
    {
        while (at < end)
        {
            if (content[at] == Bullet && TryBullet(content.AsSpan(at, end - at), out var length, out var bullet))
            {
                builder.AddStructure(at, length);
                time = time is { } known
                    ? AudioSpan.FromBounds(Math.Min(known.Start, bullet.Start), Math.Max(known.End, bullet.End)) : bullet;
                at += length;
                continue;
            }
            var next = content.AsSpan(at + 1, end - at - 1).IndexOf(Bullet);
            var stop = next < 0 ? end : at + 1 + next;
            var (first, last) = (at, stop);
            while (first < last && content[first] is (byte)' ' or (byte)'\t') first++;
            while (last > first && content[last - 1] is (byte)' ' or (byte)'\t') last--;
            if (last > first) texts.Add(builder.Field(first, last - first, FieldEncoding.Plain));
            at = stop;
        }
        return time;
    }

    private static bool TryBullet(ReadOnlySpan<byte> text, out int length, out AudioSpan time)
    {
        (length, time) = (0, default);
        if (!Utf8Parser.TryParse(text[1..], out long from, out var first) || from is < 0 or > Longest) return false;
        var rest = text[(1 + first)..];
        if (rest.Length < 2 || rest[0] != (byte)'_' || !Utf8Parser.TryParse(rest[1..], out long to, out var second)
            || to < from || to > Longest || rest.Length < second + 2 || rest[1 + second] != Bullet) return false;
        length = 1 + first + 1 + second + 1;
        time = AudioSpan.FromBounds(from * TimeSpan.TicksPerMillisecond, to * TimeSpan.TicksPerMillisecond);
        return true;
    }

    private static RedactionException Malformed(int line) => new(ErrorCodes.Malformed, "chat", $"Line {line} cannot be read.");
}
