using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace Redaction.Audio;

/// <summary>Puts a transcript together while a format reads it: what was spoken first,
/// then everything in the file that repeats it or may name somebody.</summary>
internal sealed class TranscriptBuilder
{
    private static readonly SearchValues<char> s_marks = SearchValues.Create(" \t,.;:!?\"'()[]-…、。，？！");

    /// <summary>Below this confidence a word may be another one, and said at another time.</summary>
    private const double Doubt = 0.5;

    private readonly byte[] _content;
    private readonly ImmutableArray<TextSpan>.Builder _doubtful = ImmutableArray.CreateBuilder<TextSpan>();
    private readonly List<AudioSpan> _told = [];
    private readonly List<(int Start, int Length)> _structure = [];
    private readonly List<(int Start, int Length, string Kind)> _strange = [];
    private readonly StringBuilder _master = new();
    private readonly List<CopyPart> _masterParts = [];
    private readonly ImmutableArray<TextPiece<AudioSpan>>.Builder _pieces = ImmutableArray.CreateBuilder<TextPiece<AudioSpan>>();
    private readonly ImmutableArray<TranscriptCopy>.Builder _copies = ImmutableArray.CreateBuilder<TranscriptCopy>();
    private readonly ImmutableArray<TranscriptCopy>.Builder _lists = ImmutableArray.CreateBuilder<TranscriptCopy>();
    private readonly ImmutableArray<FreeText>.Builder _loose = ImmutableArray.CreateBuilder<FreeText>();
    private readonly ImmutableArray<DerivedValue>.Builder _derived = ImmutableArray.CreateBuilder<DerivedValue>();
    private readonly ImmutableArray<SpeakerRun>.Builder _speakers = ImmutableArray.CreateBuilder<SpeakerRun>();

    /// <summary>Begins a transcript.</summary>
    /// <param name="content">The file, which stays as it is.</param>
    public TranscriptBuilder(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        _content = content;
    }

    /// <summary>All of the text so far.</summary>
    public TextSpan Whole => new(0, _master.Length);

    /// <summary>A run of the file that holds text.</summary>
    /// <exception cref="RedactionException">The bytes are not valid in the encoding.</exception>
    public TranscriptField Field(int start, int length, FieldEncoding encoding) =>
        new(start, length, encoding, FieldCodec.Decode(_content.AsSpan(start, length), encoding));

    /// <summary>Adds a line of the text made of words with times of their own; returns its range.
    /// A word without a time takes the time between its neighbours.</summary>
    /// <param name="words">The words.</param>
    /// <param name="from">Start of the segment, the last resort.</param>
    /// <param name="to">End of the segment, the last resort.</param>
    public TextSpan AddWords(IReadOnlyList<SpokenWord> words, long? from, long? to)
    {
        ArgumentNullException.ThrowIfNull(words);
        var start = BeginLine();
        var timed = new List<TimedWord>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            if (i > 0) _master.Append(words[i].Before);
            var span = AppendToMaster(words[i].Field);
            AddSpeaker(span, words[i].Speaker);
            var isMark = words[i] is { From: null, To: null, Field.Text: var text } && !text.AsSpan().ContainsAnyExcept(s_marks);
            var isDoubtful = words[i].Confidence is < Doubt;
            if (isDoubtful && !isMark) _doubtful.Add(span);
            if (!isDoubtful && !isMark && words[i] is { From: { } begin, To: { } stop } && stop > begin)
                _told.Add(AudioSpan.FromBounds(begin, stop));
            // a mark is not spoken: it has no time to be looked for
            if (!isMark) timed.Add(new(span, words[i].From, words[i].To, isDoubtful));
        }
        WordTimes.Place(timed, from, to, _pieces);
        return TextSpan.FromBounds(start, _master.Length);
    }

    /// <summary>Adds a line of the text of which only the times of the whole are known; returns its range.</summary>
    /// <param name="fields">The runs that make up the line; the times of the words are ignored.</param>
    /// <param name="from">Start of the segment.</param>
    /// <param name="to">End of the segment.</param>
    public TextSpan AddSegment(IReadOnlyList<SpokenWord> fields, long? from, long? to)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var start = BeginLine();
        for (var i = 0; i < fields.Count; i++)
        {
            if (i > 0) _master.Append(fields[i].Before);
            AddSpeaker(AppendToMaster(fields[i].Field), fields[i].Speaker);
        }
        var text = _master.ToString(start, _master.Length - start);
        var words = new List<TimedWord>();
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end]) && !(end > at && WordLetters.IsAlone(text[end]))
                && !(end > at && WordLetters.IsAlone(text[at]))) end++; // a character of a script without spaces has a time of its own
            if (end > at) words.Add(new(TextSpan.FromBounds(at, end), null, null));
            at = end > at ? end : end + 1;
        }
        var local = ImmutableArray.CreateBuilder<TextPiece<AudioSpan>>(words.Count);
        WordTimes.Spread(text, words, from, to, local);
        foreach (var piece in local) _pieces.Add(piece with { Span = new(piece.Span.Start + start, piece.Span.Length) });
        return TextSpan.FromBounds(start, _master.Length);
    }

    /// <summary>Adds fields that, joined, repeat a part of the text. A value of that part which cannot be located in them takes the
    /// stretch around it with it.</summary>
    /// <param name="fields">The fields, in order.</param>
    /// <param name="separator">What stands between two of them.</param>
    /// <param name="scope">The part of the text that they repeat; null when it is to be found by its letters and its time.</param>
    /// <param name="path">Where they stand in the document.</param>
    /// <param name="isFragmented">They are words or characters of the text itself, in which nothing needs to be looked for again.</param>
    /// <param name="time">When they were spoken.</param>
    public void AddCopy(IReadOnlyList<TranscriptField> fields, string separator, TextSpan? scope, string path, bool isFragmented = false,
        AudioSpan? time = null)
    {
        ArgumentNullException.ThrowIfNull(fields);
        if (fields.Count > 0) _copies.Add(Join(fields, separator, scope, path, isFragmented, time));
    }

    /// <summary>Adds a field that repeats nothing of what was spoken: searched on its own, and for what is found in the text.</summary>
    /// <param name="field">The field.</param>
    /// <param name="path">Where it stands in the document.</param>
    /// <param name="isSpeaker">It names a speaker; a name (other than a label such as <c>SPEAKER_00</c>) is redacted as a person.</param>
    /// <param name="isKey">Other fields name the same thing (a speaker, an utterance): keys that are equal stay equal,
    /// and different ones stay different.</param>
    /// <param name="isName">It names a thing of the format: only what is a value by its own form is looked for in it.</param>
    public void AddLoose(TranscriptField field, string path, bool isSpeaker = false, bool isKey = false, bool isName = false) =>
        _loose.Add(new(field, path, isSpeaker, IsKey: isKey, IsName: isName));

    /// <summary>Adds a value that gives the words away (token numbers): replaced as soon as a word of its scope is.</summary>
    public void AddDerived(int start, int length, TextSpan scope, string replacement) =>
        _derived.Add(new(start, length, scope, replacement));

    /// <summary>Says what of the file is structure: times, keys, tags, delimiters. White space need not be told.</summary>
    /// <remarks>A format that tells some of its structure has to tell all of it: what is neither a field nor structure is then refused
    /// (<see cref="ErrorCodes.Unsearched"/>).</remarks>
    public void AddStructure(int start, int length)
    {
        if (length > 0) _structure.Add((start, length));
    }

    /// <summary>Says that a run of the file, searched or not, is not what the format has in this place.</summary>
    /// <param name="start">First byte.</param>
    /// <param name="length">Number of bytes.</param>
    /// <param name="kind">Lower-case name for what it is, such as <c>line-outside-cue</c>.</param>
    public void AddStrange(int start, int length, string kind)
    {
        if (length > 0) _strange.Add((start, length, kind));
    }

    /// <summary>The transcript.</summary>
    public Transcript Build()
    {
        var text = _master.ToString();
        foreach (var loose in _loose)
            if (OpaqueData.Find(loose.Field.Text, 0).Length > 0) AddStrange(loose.Field.Start, loose.Field.Length, OpaqueData.Kind);
        return new(_content, new(text, [.. _masterParts], Whole, "", IsFragmented: false), new(text, _pieces.DrainToImmutable()))
        {
            Copies = _copies.ToImmutable(),
            Lists = _lists.ToImmutable(),
            Loose = _loose.ToImmutable(),
            Derived = _derived.ToImmutable(),
            Speakers = _speakers.ToImmutable(),
            Doubtful = _doubtful.ToImmutable(),
            Coverage = TranscriptCoverage.Of(_content, Fields(), _structure, [.. _strange.OrderBy(static s => s.Start)]),
            Told = _told.Count == 0 ? StatedTimes.None : new(_told),
        };
    }

    private IEnumerable<(int Start, int Length)> Fields()
    {
        foreach (var part in _masterParts) yield return (part.Field.Start, part.Field.Length);
        foreach (var copy in _copies.Concat(_lists))
            foreach (var part in copy.Parts) yield return (part.Field.Start, part.Field.Length);
        foreach (var loose in _loose)
        {
            yield return (loose.Field.Start, loose.Field.Length);
            foreach (var start in loose.Repeats ?? []) yield return (start, loose.Field.Length);
        }
    }

    internal void AddLoose(FreeText loose) => _loose.Add(loose);

    internal void AddList(IReadOnlyList<TranscriptField> fields, string path) =>
        _lists.Add(Join(fields, " ", null, path, isFragmented: false, null));

    internal void AddNumber(TranscriptField field, string path) => _loose.Add(new(field, path, IsSpeaker: false, IsNumber: true));

    private static TranscriptCopy Join(
        IReadOnlyList<TranscriptField> fields, string separator, TextSpan? scope, string path, bool isFragmented, AudioSpan? time)
    {
        var text = new StringBuilder();
        var parts = ImmutableArray.CreateBuilder<CopyPart>(fields.Count);
        foreach (var field in fields)
        {
            if (parts.Count > 0) text.Append(separator);
            parts.Add(new(field, text.Length));
            text.Append(field.Text);
        }
        return new(text.ToString(), parts.MoveToImmutable(), scope, path, isFragmented, time);
    }

    private void AddSpeaker(TextSpan span, string? speaker)
    {
        if (speaker is null) return;
        if (_speakers.Count > 0 && _speakers[^1].Speaker == speaker)
            _speakers[^1] = new(TextSpan.FromBounds(_speakers[^1].Span.Start, span.End), speaker);
        else _speakers.Add(new(span, speaker));
    }

    private int BeginLine()
    {
        if (_master.Length > 0) _master.Append('\n');
        return _master.Length;
    }

    private TextSpan AppendToMaster(TranscriptField field)
    {
        _masterParts.Add(new(field, _master.Length));
        _master.Append(field.Text);
        return new(_masterParts[^1].Start, field.Text.Length);
    }
}
