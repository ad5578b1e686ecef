namespace Redaction.Audio;

/// <summary>Reads the cues that SRT and WebVTT share.</summary>
internal sealed class CueReader(byte[] content, FieldEncoding encoding)
{
    private readonly List<SpokenWord> _runs = [];
    private string? _voice;

    public TranscriptBuilder Builder { get; } = new(content);

    /// <summary>Number of cues so far.</summary>
    public int Cues { get; private set; }

    public ReadOnlySpan<byte> this[CueLine line] => content.AsSpan(line.Start, line.Length);

    /// <summary>Adds a line that is no part of a cue.</summary>
    public void AddLoose(CueLine line)
    {
        if (line.Length > 0) Builder.AddLoose(Builder.Field(line.Start, line.Length, FieldEncoding.Plain), "$");
    }

    /// <summary>
    /// Adds a line that stands where the format has none: most likely a cue that was not understood, so that nobody knows when it is
    /// spoken.
    /// </summary>
    public void AddOutside(CueLine line)
    {
        AddLoose(line);
        if (!this[line].Trim(" \t"u8).IsEmpty) Builder.AddStrange(line.Start, line.Length, "line-outside-cue");
    }

    /// <summary>Adds the line with the times of a cue; what stands after them is searched.</summary>
    public void AddTimes(CueLine line, int settings)
    {
        Builder.AddStructure(line.Start, settings);
        AddLoose(new(line.Start + settings, line.Length - settings));
    }

    /// <summary>Adds a cue made of text lines.</summary>
    public void AddCue(IEnumerable<CueLine> lines, long from, long to)
    {
        _runs.Clear();
        _voice = null;
        var path = $"$[{Cues++}]";
        long? start = null;
        var isOther = false;
        foreach (var line in lines)
        {
            AddLine(line, path, ref start);
            isOther |= CueTime.IsLikeRange(this[line]); // what follows is another cue
            if (isOther) Builder.AddStrange(line.Start, line.Length, "time-inside-cue");
        }
        if (_runs.Count == 0) return;
        if (start is null)
        {
            Builder.AddSegment(_runs, from, to);
            return;
        }
        for (var i = 0; i < _runs.Count; i++)
        {
            var next = _runs.Skip(i + 1).FirstOrDefault(r => r.From is not null && r.From != _runs[i].From).From;
            _runs[i] = _runs[i] with { From = _runs[i].From ?? from, To = next ?? to };
        }
        Builder.AddWords(_runs, from, to);
    }

    private void AddLine(CueLine line, string path, ref long? time)
    {
        var separator = " ";
        var at = line.Start;
        while (at < line.End)
        {
            var tag = NextTag(at, line.End, out var tagEnd);
            if (tag > at)
            {
                _runs.Add(new(Builder.Field(at, tag - at, encoding), time, null, separator, _voice));
                separator = "";
            }
            if (tag < line.End)
            {
                Builder.AddStructure(tag, tagEnd - tag); // what it holds becomes a field, unless it is a time
                AddTag(tag + 1, tagEnd - 1, path, ref time);
            }
            at = tagEnd;
        }
    }

    /// <summary>Tags hold times, voices (<c>&lt;v Name&gt;</c>) and, in files made by hand,
    /// whatever somebody put between angle brackets.</summary>
    private void AddTag(int start, int end, string path, ref long? time)
    {
        var tag = content.AsSpan(start, end - start);
        if (CueTime.TryRead(tag, out var ticks))
        {
            time = ticks;
            return;
        }
        var space = tag.IndexOfAny((byte)' ', (byte)'\t');
        var isVoice = space > 0 && (tag[..space].SequenceEqual("v"u8) || tag.StartsWith("v."u8));
        var from = isVoice ? start + space + 1 : start;
        if (from >= end) return;
        var field = Builder.Field(from, end - from, encoding);
        Builder.AddLoose(field, path + (isVoice ? ".voice" : ".tag"), isVoice);
        if (isVoice) _voice = field.Text;
        else if (tag.SequenceEqual("/v"u8)) _voice = null;
    }

    private int NextTag(int at, int end, out int tagEnd)
    {
        for (var i = at; i < end; i++)
        {
            if (content[i] != '<') continue;
            var length = content.AsSpan(i, end - i).IndexOf((byte)'>');
            if (length < 2) continue;
            var inside = content.AsSpan(i + 1, length - 1);
            if (!(char.IsAsciiLetter((char)inside[0]) || inside[0] == '/' || CueTime.TryRead(inside, out _))) continue;
            tagEnd = i + length + 1;
            return i;
        }
        tagEnd = end;
        return end;
    }
}
