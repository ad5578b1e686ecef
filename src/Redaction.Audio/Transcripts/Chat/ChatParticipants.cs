namespace Redaction.Audio;

/// <summary>The header <c>@Participants</c>: code, perhaps a name, and role of each speaker, between commas.</summary>
internal static class ChatParticipants
{
    private const int LongestLabel = 3;

    private static ReadOnlySpan<byte> Head => "Participants:"u8;

    /// <summary>Adds the entries of the header; false for any other header.</summary>
    public static bool TryAdd(byte[] content, TranscriptField header, TranscriptBuilder builder)
    {
        var text = content.AsSpan(header.Start, header.Length);
        if (!text.StartsWith(Head)) return false;
        builder.AddStructure(header.Start, Head.Length);
        var words = new List<(int Start, int Length)>();
        for (var at = Head.Length; at <= text.Length;)
        {
            if (at == text.Length || text[at] == (byte)',')
            {
                AddEntry(builder, header.Start, words);
                if (at < text.Length) builder.AddStructure(header.Start + at, 1);
                at++;
                continue;
            }
            var end = at;
            while (end < text.Length && text[end] is not ((byte)' ' or (byte)'\t' or (byte)',')) end++;
            if (end > at) words.Add((at, end - at));
            at = end < text.Length && text[end] != (byte)',' ? end + 1 : end;
        }
        return true;
    }

    /// <summary>Adds the code of a speaker: three capitals are a label such as <c>CHI</c>, anything else may be a name.</summary>
    public static void AddCode(TranscriptField code, TranscriptBuilder builder)
    {
        var isLabel = code.Text.Length <= LongestLabel && code.Text.All(static c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));
        builder.AddLoose(code, "$.speaker", isSpeaker: !isLabel, isKey: !isLabel, isName: isLabel);
    }

    private static void AddEntry(TranscriptBuilder builder, int start, List<(int Start, int Length)> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var field = builder.Field(start + words[i].Start, words[i].Length, FieldEncoding.Column);
            if (i == 0) AddCode(field, builder);
            else builder.AddLoose(field, "$.participant", isSpeaker: i == 1 && words.Count > 2);
        }
        words.Clear();
    }
}
