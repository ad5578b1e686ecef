using System.Text;

namespace Redaction.Audio;

/// <summary>Reads the files of a Kaldi directory, laid end to end.</summary>
internal sealed class KaldiReader
{
    private readonly IReadOnlyList<KaldiFile> _files;
    private readonly byte[] _content;
    private readonly TranscriptBuilder _builder;
    private readonly Dictionary<string, string> _speakers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Recording, long From, long To)> _segments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(SpokenWord Word, TextSpan Spoken)>> _timed = new(StringComparer.Ordinal);

    public KaldiReader(IReadOnlyList<KaldiFile> files)
    {
        _files = files;
        _content = [.. files.SelectMany(static f => f.Content)];
        _builder = new(_content);
    }

    public Transcript Read()
    {
        foreach (var line in Lines("utt2spk")) _speakers[Name(line, 0)] = line.Count == 2 ? Name(line, 1) : throw Malformed("utt2spk");
        foreach (var line in Lines("segments")) ReadSegment(line);
        ReadCtm();
        foreach (var line in Lines("text")) ReadText(line);
        foreach (var file in _files) AddKeys(file.Name);
        return _builder.Build();
    }

    private void ReadSegment(ColumnLine line)
    {
        if (line.Count != 4 || !line.TryTicks(2, out var from) || !line.TryTicks(3, out var to)) throw Malformed("segments");
        _segments[Name(line, 0)] = (Name(line, 1), from, to);
    }

    /// <summary>The words of a recording or, in some recipes, of an utterance, which then count from its start.</summary>
    private void ReadCtm()
    {
        foreach (var group in Lines("ctm").GroupBy(l => Name(l, 0), StringComparer.Ordinal))
        {
            var offset = _segments.TryGetValue(group.Key, out var own) ? own.From : 0;
            var words = new List<SpokenWord>();
            foreach (var line in group)
            {
                if (line.Count < 5 || !line.TryTicks(2, out var from) || !line.TryTicks(3, out var length)) throw Malformed("ctm");
                AddStructure(line, 2, 4);
                if (line[1].Length <= 2) AddStructure(line, 1, 2);
                else _builder.AddLoose(line.Field(_builder, 1), "$.ctm");
                words.Add(new(line.Field(_builder, 4), from + offset, length > 0 ? from + offset + length : null));
                for (var i = 5; i < line.Count; i++) _builder.AddLoose(line.Field(_builder, i), "$.ctm");
            }
            var at = _builder.AddWords(words, null, null).Start;
            var placed = new List<(SpokenWord, TextSpan)>(words.Count);
            foreach (var word in words)
            {
                placed.Add((word, new(at, word.Field.Text.Length)));
                at += word.Field.Text.Length + 1;
            }
            _timed[group.Key] = placed;
        }
    }

    private void ReadText(ColumnLine line)
    {
        var utterance = Name(line, 0);
        var fields = Enumerable.Range(1, line.Count - 1).Select(i => line.Field(_builder, i)).ToArray();
        if (fields.Length == 0) return;
        var isCut = _segments.TryGetValue(utterance, out var segment);
        if (Spoken(utterance, isCut ? segment : null) is { } spoken)
        {
            _builder.AddCopy(fields, " ", spoken, "$.text");
            return;
        }
        var speaker = _speakers.GetValueOrDefault(utterance);
        _builder.AddSegment([.. fields.Select(f => new SpokenWord(f, null, null, " ", speaker))], isCut ? segment.From : null,
            isCut ? segment.To : null);
    }

    private TextSpan? Spoken(string utterance, (string Recording, long From, long To)? segment)
    {
        TextSpan? span = null;
        if (_timed.TryGetValue(utterance, out var own))
            foreach (var (_, spoken) in own) span = span is { } known ? known.Union(spoken) : spoken;
        else if (segment is { } cut && _timed.TryGetValue(cut.Recording, out var words))
            foreach (var (word, spoken) in words)
                if (word.From < cut.To && (word.To ?? word.From) > cut.From) span = span is { } known ? known.Union(spoken) : spoken;
        return span;
    }

    private void AddKeys(string file)
    {
        foreach (var line in Lines(file))
        {
            var keys = file switch { "segments" or "utt2spk" or "reco2file_and_channel" => 2, "spk2utt" => line.Count, _ => 1 };
            for (var i = 0; i < Math.Min(keys, line.Count); i++)
                AddKey(line, i, isSpeaker: (file, i) is ("utt2spk", 1) or ("spk2utt" or "spk2gender", 0));
            if (file is "text" or "ctm") continue;
            if (file == "stm") AddStm(line);
            else for (var i = keys; i < line.Count; i++) _builder.AddLoose(line.Field(_builder, i), "$." + file);
        }
    }

    private void AddStm(ColumnLine line)
    {
        if (!line.TryTicks(3, out var from) || !line.TryTicks(4, out var to) || to < from) throw Malformed("stm");
        AddStructure(line, 3, 5);
        AddKey(line, 2, isSpeaker: true);
        _builder.AddLoose(line.Field(_builder, 1), "$.stm");
        _builder.AddCopy([.. Enumerable.Range(5, line.Count - 5).Select(i => line.Field(_builder, i))], " ", null, "$.stm",
            time: AudioSpan.FromBounds(from, to));
    }

    /// <summary>The name of an utterance begins with that of its speaker: both are then renamed alike.</summary>
    private void AddKey(ColumnLine line, int column, bool isSpeaker)
    {
        if (column >= line.Count) return;
        var name = Name(line, column);
        var (start, length) = line.At(column);
        var prefix = isSpeaker ? name : _speakers.GetValueOrDefault(name);
        if (prefix is null || !name.StartsWith(prefix, StringComparison.Ordinal))
        {
            _builder.AddLoose(line.Field(_builder, column), "$.key", isKey: true);
            return;
        }
        var bytes = Encoding.UTF8.GetByteCount(prefix);
        _builder.AddLoose(_builder.Field(start, bytes, FieldEncoding.Column), "$.speaker", isSpeaker: true, isKey: true);
        if (length > bytes) _builder.AddLoose(_builder.Field(start + bytes, length - bytes, FieldEncoding.Column), "$.key", isKey: true);
    }

    private IEnumerable<ColumnLine> Lines(string name)
    {
        var start = 0;
        foreach (var file in _files)
        {
            if (file.Name == name)
            {
                foreach (var line in CueLine.Split(file.Content))
                {
                    var columns = new ColumnLine(_content, new(line.Start + start, line.Length));
                    if (columns.Count > 0) yield return columns;
                }
            }
            start += file.Content.Length;
        }
    }

    private void AddStructure(ColumnLine line, int first, int end)
    {
        for (var i = first; i < end; i++) _builder.AddStructure(line.At(i).Start, line.At(i).Length);
    }

    private static string Name(ColumnLine line, int column) => Encoding.UTF8.GetString(line[column]);

    private static RedactionException Malformed(string file) => new(ErrorCodes.Malformed, "kaldi", $"A line of '{file}' cannot be read.");
}
