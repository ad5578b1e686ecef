using System.Text;
using System.Text.Json;

namespace Redaction.Audio;

/// <summary>Puts a transcript together from lists of texts with times: the finest list is what was spoken, lists that say the same are
/// copies of it, and so are the texts around.</summary>
internal sealed class ShapeReader(JsonTranscript json, List<ShapeGroup> groups)
{
    /// <summary>The window of the speech models that write no end to the last word.</summary>
    private const long OpenEnd = 30 * TimeSpan.TicksPerSecond;

    private const int ShortestCopy = 8;
    private const double Alike = 0.85;

    private readonly byte[] _content = json.Content;
    private readonly HashSet<ShapeGroup> _spoken = [];
    private readonly List<string> _letters = [];

    public Transcript Read()
    {
        var finest = groups.OrderByDescending(g => g.Lists.TrueForAll(l => l.IsWords(_content))).ThenByDescending(static g => g.Count);
        foreach (var group in finest)
        {
            var letters = group.Letters(_content);
            if (_letters.Exists(l => l.Contains(letters, StringComparison.Ordinal))) continue;
            _letters.Add(letters);
            _spoken.Add(group);
        }
        foreach (var group in groups)
            if (_spoken.Contains(group)) AddSpoken(group);
        foreach (var group in groups)
            if (!_spoken.Contains(group)) AddCopies(group);
        AddTexts();
        return json.Build();
    }

    private void AddSpoken(ShapeGroup group)
    {
        var unit = Unit(group);
        foreach (var list in group.Lists)
        {
            var segment = group.Segments.TryGetValue(list, out var around) ? around : (TimedEntry?)null;
            var scope = list.IsWords(_content) ? AddWords(list, unit, segment) : AddSentences(list, unit);
            if (segment is { } outer) AddSegmentText(outer, scope, unit);
        }
    }

    /// <summary>One unit for all lists of a place: a short one alone tells little.</summary>
    private long Unit(ShapeGroup group) => group.Lists.MaxBy(static l => l.Entries.Count)!.Unit(_content);

    private TextSpan AddWords(TimedList list, long unit, TimedEntry? segment)
    {
        var words = new List<SpokenWord>(list.Entries.Count);
        var turn = Label(segment?.Speaker);
        bool hasMarks = false, hasBlanks = false;
        for (var i = 0; i < list.Entries.Count; i++)
        {
            var entry = list.Entries[i];
            var (from, to) = Times(list.Entries, i, unit);
            Pass(entry);
            if (Claim(entry.Text, out var isMarked) is not { } field) continue;
            (hasMarks, hasBlanks) = (hasMarks | isMarked, hasBlanks | field.Text.StartsWith(' '));
            words.Add(new(field, from, to, isMarked ? " " : "", Speaker(entry) ?? turn, entry.Part.Confidence(_content)));
        }
        if (!hasMarks && !hasBlanks && !IsCharacters(words))
            for (var i = 0; i < words.Count; i++) words[i] = words[i] with { Before = " " };
        var (first, last) = segment is { } outer ? (outer.From?.Ticks(unit), End(outer, unit)) : (null, null);
        return json.Builder.AddWords(words, first, last);
    }

    private TextSpan AddSentences(TimedList list, long unit)
    {
        var start = -1;
        var end = 0;
        for (var i = 0; i < list.Entries.Count; i++)
        {
            var (from, to) = Times(list.Entries, i, unit);
            Pass(list.Entries[i]);
            if (json.Claim(list.Entries[i].Text) is not { } field) continue;
            var span = json.Builder.AddSegment([new(field, null, null, Speaker: Speaker(list.Entries[i]))], from, to);
            (start, end) = (start < 0 ? span.Start : start, span.End);
        }
        return start < 0 ? default : TextSpan.FromBounds(start, end);
    }

    private void AddSegmentText(TimedEntry segment, TextSpan scope, long unit)
    {
        Pass(segment);
        Speaker(segment);
        if (json.Claim(segment.Text) is not { } text) return;
        AudioSpan? time = segment.From is { } from && End(segment, unit) is { } to && to > from.Ticks(unit)
            ? AudioSpan.FromBounds(from.Ticks(unit), to) : null;
        json.Builder.AddCopy([text], "", scope, segment.Text.Path, isFragmented: false, time);
    }

    private void AddCopies(ShapeGroup group)
    {
        var unit = Unit(group);
        foreach (var list in group.Lists)
        {
            var fields = new List<TranscriptField>(list.Entries.Count);
            foreach (var entry in list.Entries)
            {
                Pass(entry);
                Speaker(entry);
                if (Claim(entry.Text, out _) is { } field) fields.Add(field);
            }
            if (fields.Count == 0) continue;
            var separator = fields.Exists(static f => f.Text.StartsWith(' ')) ? "" : " ";
            var (from, to) = (Times(list.Entries, 0, unit).From, Times(list.Entries, list.Entries.Count - 1, unit).To);
            AudioSpan? time = from is { } first && to is { } last && last > first ? AudioSpan.FromBounds(first, last) : null;
            json.Builder.AddCopy(fields, separator, null, list.Part.Path, isFragmented: true, time);
            if (group.Segments.TryGetValue(list, out var segment) && json.Claim(segment.Text) is { } text)
                json.Builder.AddCopy([text], "", null, segment.Text.Path, isFragmented: false, time);
        }
    }

    /// <summary>Texts beside the lists that say what these say.</summary>
    private void AddTexts()
    {
        var said = string.Concat(_letters);
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in _spoken)
            foreach (var list in group.Lists)
                foreach (var entry in list.Entries) AddLetters(entry.Text.String(_content), words);
        AddTexts(json.Root, said, words);
    }

    private void AddTexts(JsonPart part, string said, HashSet<string> words)
    {
        if (part is { Kind: JsonTokenType.String, IsClaimed: false, Length: >= ShortestCopy })
        {
            var text = part.String(_content);
            var letters = new CanonicalText(text).Letters;
            if (letters.Length >= ShortestCopy && IsRepeat(part, text, letters, said, words) && json.Claim(part) is { } field)
                json.Builder.AddCopy([field], "", said == letters ? json.Builder.Whole : null, part.Path);
        }
        foreach (var child in part.Children) AddTexts(child, said, words);
    }

    private static bool IsRepeat(JsonPart part, string text, string letters, string said, HashSet<string> words)
    {
        if (said.Contains(letters, StringComparison.Ordinal)) return true;
        if (part.Name is { } name && TimedNames.Of(name).Name == TimedName.Text) return true;
        var own = new HashSet<string>(StringComparer.Ordinal);
        AddLetters(text, own);
        return own.Count >= 3 && own.Count(words.Contains) >= own.Count * Alike;
    }

    private static void AddLetters(string text, HashSet<string> words)
    {
        foreach (var range in text.AsSpan().SplitAny(' ', '\n', '\t'))
            if (new CanonicalText(text[range]).Letters is { Length: > 0 } word) words.Add(word);
    }

    private static (long? From, long? To) Times(List<TimedEntry> entries, int index, long unit)
    {
        var from = entries[index].From?.Ticks(unit) ?? (index > 0 ? End(entries[index - 1], unit) : 0);
        if (End(entries[index], unit) is { } end) return (from, end);
        var next = index + 1 < entries.Count ? entries[index + 1].From?.Ticks(unit) : null;
        return (from, next ?? from + OpenEnd);
    }

    private static long? End(in TimedEntry entry, long unit) => entry switch
    {
        { To: { } to, IsLength: true, From: { } from } => from.Ticks(unit) + to.Ticks(unit),
        { To: { } to } => to.Ticks(unit),
        _ => null,
    };

    /// <summary>The mark of a word's beginning that tokenisers write (U+2581) is no part of the word.</summary>
    private TranscriptField? Claim(JsonPart text, out bool isMarked)
    {
        var written = _content.AsSpan(text.Start, text.Length);
        var mark = written.StartsWith("\u2581"u8) ? 3 : written.StartsWith("\\u2581"u8) ? 6 : 0;
        isMarked = mark > 0;
        if (!isMarked) return json.Claim(text);
        if (!text.TryClaim()) return null;
        json.Builder.AddStructure(text.Start, mark);
        return json.Builder.Field(text.Start + mark, text.Length - mark, FieldEncoding.Json);
    }

    /// <summary>Leaves out the times of an entry.</summary>
    private void Pass(in TimedEntry entry)
    {
        foreach (var member in entry.Part.Children)
        {
            var isTime = member.Name is null || TimedNames.Of(member.Name).Name is TimedName.Start or TimedName.End or TimedName.Length;
            if (member.Kind == JsonTokenType.Number && isTime) json.Pass(member);
            else if (member is { Kind: JsonTokenType.String, Name: not null } && isTime && RawTime.Of(member, _content, 0) is not null)
                json.Pass(member);
            else if (member.Kind is JsonTokenType.StartArray or JsonTokenType.StartObject)
                foreach (var number in member.Children)
                    if (number.Kind is JsonTokenType.Number or JsonTokenType.String && RawTime.Of(number, _content, 0) is not null
                        && (isTime || number.Kind == JsonTokenType.Number)) json.Pass(number);
        }
    }

    /// <summary>Who speaks; the field that says so is added once.</summary>
    private string? Speaker(in TimedEntry entry)
    {
        if (entry.Speaker is not { } part) return null;
        if (part.Kind == JsonTokenType.String && json.Claim(part) is { } field) json.Builder.AddLoose(field, part.Path, isSpeaker: true);
        return Label(part);
    }

    private string? Label(JsonPart? part) => part switch
    {
        { Kind: JsonTokenType.String } text => text.String(_content),
        { Kind: JsonTokenType.Number } number => Encoding.UTF8.GetString(_content.AsSpan(number.Start, number.Length)),
        _ => null,
    };

    /// <summary>Single characters, as aligners and writers of Chinese and Japanese give them, stand beside one another.</summary>
    private static bool IsCharacters(List<SpokenWord> words) =>
        words.Count > 4 && words.Count(static w => w.Field.Text.Length == 1) * 10 >= words.Count * 9;
}
