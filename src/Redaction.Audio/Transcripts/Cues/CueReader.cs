namespace Redaction.Audio;

/// <summary>Reads the cues that SRT and WebVTT share.</summary>
internal sealed class CueReader(byte[] content, FieldEncoding encoding)
{
    private const int LongestIndex = 9;
    private const int ShortIndex = 7;

    private readonly List<SpokenWord> _runs = [];
    private readonly List<CueLine> _text = [];
    private readonly List<CueLine> _lines = CueLine.Split(content);
    private long _index = -1;
    private bool? _isDoubleSpaced;
    private string? _voice;

    public TranscriptBuilder Builder { get; } = new(content);

    /// <summary>Number of cues so far.</summary>
    public int Cues { get; private set; }

    /// <summary>Number of lines.</summary>
    public int Count => _lines.Count;

    /// <summary>A line.</summary>
    public ReadOnlySpan<byte> this[int line] => content.AsSpan(_lines[line].Start, _lines[line].Length);

    /// <summary>True when a line ends a block.</summary>
    public bool IsBlank(int line) => this[line].Trim(" \t"u8).IsEmpty;

    /// <summary>Adds text of a line that is no part of a cue.</summary>
    /// <param name="line">The line.</param>
    /// <param name="from">First byte of it.</param>
    /// <param name="isName">The format says what stands there: only what is a value by its own form is looked for.</param>
    public void AddLoose(int line, int from = 0, bool isName = false)
    {
        var (start, length) = (_lines[line].Start + from, _lines[line].Length - from);
        if (length > 0) Builder.AddLoose(Builder.Field(start, length, FieldEncoding.Plain), "$", isName: isName);
    }

    /// <summary>Adds a line that is only structure.</summary>
    public void AddStructure(int line, int length) => Builder.AddStructure(_lines[line].Start, length);

    /// <summary>
    /// Adds a line that stands where the format has none: most likely a cue that was not understood, so that nobody knows when it is
    /// spoken.
    /// </summary>
    public void AddOutside(int line)
    {
        AddLoose(line);
        if (!IsBlank(line)) Builder.AddStrange(_lines[line].Start, _lines[line].Length, "line-outside-cue");
    }

    /// <summary>Reads a cue from the line with its times on.</summary>
    /// <param name="line">The line; becomes the one after the cue.</param>
    /// <param name="range">Its times.</param>
    /// <param name="isBlock">Says of a line whether something else than a cue begins there; null: nothing else can.</param>
    public void ReadCue(ref int line, in CueRange range, Func<int, bool>? isBlock = null)
    {
        _text.Clear();
        AddTimes(line++, range);
        if (line < Count && IsBlank(line) && IsTextBehindBlanks(line, isBlock)) SkipBlanks(ref line);
        while (line < Count)
        {
            if (IsBlank(line))
            {
                if (!IsDoubleSpaced() || !IsTextBehindBlanks(line, isBlock)) break;
                SkipBlanks(ref line);
            }
            if (CueTime.TryReadRange(this[line], out _))
            {
                GiveBackIndex();
                break;
            }
            if (this[line].Contains((byte)'>') && this[line].IndexOf("-->"u8) >= 0) break; // the times of a cue that cannot be read
            _text.Add(_lines[line++]);
        }
        AddCue(range.From, range.To);
    }

    /// <summary>Adds the number of a cue, which may have a sign before or behind it; false when the line is none.</summary>
    public bool TryAddIndex(int line)
    {
        if (!TryIndex(this[line], out var index)) return false;
        var next = line + 1;
        if (next < Count && IsBlank(next)) SkipBlanks(ref next);
        if (next >= Count || !CueTime.TryReadRange(this[next], out _)) return false;
        _index = index;
        AddIndex(_lines[line]);
        return true;
    }

    /// <summary>Adds the line with the times of a cue: settings are structure, anything else behind the times is its text.</summary>
    private void AddTimes(int line, in CueRange range)
    {
        AddStructure(line, range.Length);
        if (CueTime.IsSettings(this[line][range.Length..])) AddLoose(line, range.Length, isName: true);
        else _text.Add(new(_lines[line].Start + range.Length, _lines[line].Length - range.Length));
    }

    private void SkipBlanks(ref int line)
    {
        while (line < Count && IsBlank(line)) line++;
    }

    /// <summary>True when the next line that is not empty can only be text of the cue before it.</summary>
    private bool IsTextBehindBlanks(int line, Func<int, bool>? isBlock)
    {
        SkipBlanks(ref line);
        if (line >= Count || isBlock?.Invoke(line) == true || this[line].IndexOf("-->"u8) >= 0) return false;
        if (CueTime.TryReadRange(this[line], out _)) return false;
        var next = line + 1;
        if (IsDoubleSpaced()) SkipBlanks(ref next);
        return next >= Count || !(CueTime.TryReadRange(this[next], out _) || this[next].IndexOf("-->"u8) >= 0);
    }

    /// <summary>True for a file with an empty line behind every line, as programs leave it that end lines twice.</summary>
    private bool IsDoubleSpaced()
    {
        if (_isDoubleSpaced is { } known) return known;
        var (ranges, spaced) = (0, 0);
        for (var i = 0; i + 1 < Count && ranges < 64; i++)
        {
            if (!CueTime.TryReadRange(this[i], out _)) continue;
            ranges++;
            if (IsBlank(i + 1) && (i == 0 || IsBlank(i - 1))) spaced++;
        }
        _isDoubleSpaced = spaced > 0 && spaced == ranges;
        return spaced > 0 && spaced == ranges;
    }

    /// <summary>Without an empty line between two cues the number of the second stands where text of the first does.</summary>
    private void GiveBackIndex()
    {
        if (_text.Count == 0 || !TryIndex(content.AsSpan(_text[^1].Start, _text[^1].Length), out var index)) return;
        if (_index >= 0 && index != _index + 1) return;
        _index = index;
        AddIndex(_text[^1]);
        _text.RemoveAt(_text.Count - 1);
    }

    /// <summary>A short number is no value.</summary>
    private void AddIndex(CueLine line)
    {
        if (line.Length <= ShortIndex) Builder.AddStructure(line.Start, line.Length);
        else Builder.AddLoose(Builder.Field(line.Start, line.Length, FieldEncoding.Plain), "$", isName: true);
    }

    private static bool TryIndex(ReadOnlySpan<byte> line, out long index)
    {
        line = line.Trim("\uFEFF \t#.:)"u8);
        index = 0;
        if (line.IsEmpty || line.Length > LongestIndex || line.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0) return false;
        foreach (var digit in line) index = index * 10 + (digit - '0');
        return true;
    }

    /// <summary>Adds a cue made of the text lines.</summary>
    private void AddCue(long from, long to)
    {
        _runs.Clear();
        _voice = null;
        Cues++;
        long? start = null;
        var isOther = false;
        foreach (var line in _text)
        {
            AddLine(line, ref start);
            isOther |= CueTime.IsLikeRange(content.AsSpan(line.Start, line.Length)); // what follows is another cue
            if (isOther) Builder.AddStrange(line.Start, line.Length, "time-inside-cue");
        }
        if (_runs.Count == 0) return;
        if (start is null)
        {
            Builder.AddSegment(_runs, from, to);
            return;
        }
        var next = to;
        for (var i = _runs.Count - 1; i >= 0; i--)
        {
            var own = _runs[i].From ?? from;
            var isLast = i + 1 == _runs.Count || (_runs[i + 1].From ?? from) != own;
            if (isLast) next = i + 1 == _runs.Count ? to : _runs[i + 1].From ?? to;
            _runs[i] = _runs[i] with { From = own, To = next };
        }
        Builder.AddWords(_runs, from, to);
    }

    private void AddLine(CueLine line, ref long? time)
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
                AddTag(tag + 1, tagEnd - 1, ref time);
            }
            at = tagEnd;
        }
    }

    /// <summary>Tags hold times, voices (<c>&lt;v Name&gt;</c>) and, in files made by hand,
    /// whatever somebody put between angle brackets.</summary>
    private void AddTag(int start, int end, ref long? time)
    {
        if (content[start - 1] == '{') return; // how the text looks
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
        if (!isVoice && CueTag.IsKnown(tag)) return;
        var field = Builder.Field(from, end - from, encoding);
        Builder.AddLoose(field, $"$[{Cues - 1}]{(isVoice ? ".voice" : ".tag")}", isVoice);
        if (isVoice) _voice = field.Text;
        else if (tag.SequenceEqual("/v"u8)) _voice = null;
    }

    private int NextTag(int at, int end, out int tagEnd)
    {
        for (var i = at; i < end; i++)
        {
            if (content[i] == '{' && CueTag.OverrideLength(content.AsSpan(i, end - i)) is > 0 and var style)
            {
                tagEnd = i + style;
                return i;
            }
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
