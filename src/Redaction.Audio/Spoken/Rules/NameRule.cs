namespace Redaction.Audio;

/// <summary>Names of persons by what stands before and after them, and every other place where they are said.</summary>
internal static class NameRule
{
    private const int Answer = 30;
    private const int Asked = 12;
    private const int Opening = 30;

    public static void Find(in SpokenWords words, SpokenScene scene, List<SpokenValue> values)
    {
        var isCased = NameReader.IsCased(words);
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = new List<SpokenValue>();
        var answered = -1;
        for (var i = 0; i < words.Count; i++)
        {
            if (Introduced(words, scene, i, isCased) is { } introduced)
            {
                names.Add(introduced);
                answered = Question(words, scene, introduced.First, answered);
            }
            else if ((NameReader.IsUnknown(words, i)
                || words.Table.IsNameWord(words.Written(i)) && words.Written(i + 1 < words.Count ? i + 1 : i) is "here" or "speaking")
                && words.IsAt(i + 1, WordKinds.Tail) && words[i + 1].Line == words[i].Line) names.Add(new(EntityTypes.Person, i, i, 0.6f));
            else if (words.Table.IsName(words.Written(i)))
            {
                var question = Question(words, scene, i, answered);
                var trust = question != answered && !words.Table.HasWords ? NameConfidence.Sure : NameConfidence.Weak;
                names.Add(new(EntityTypes.Person, i, NameReader.End(words, i, trust, isCased) - 1, 0.65f));
                answered = question;
            }
            else if (Speaking(words, i) is { } speaking) names.Add(speaking);
            else if (UnspacedNames.Before(words, scene, i) is { } before) names.Add(before);
            else if (AnswerAt(words, scene, i, isCased, ref answered) is { } answer) names.Add(answer);
        }
        foreach (var name in names)
            for (var i = name.First; i <= name.Last; i++)
                if (words[i].Length >= 3 && !words.IsCommon(i) && !words[i].May(WordKinds.Region)
                    && !words.Table.IsFunction(words.Written(i))) known.Add(words.Written(i).ToString());
        values.AddRange(names);
        UnspacedNames.Repeat(words, names, values);
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; known.Count > 0 && i < words.Count; i++)
            if (lookup.Contains(words.Written(i)) || IsPossessive(words.Written(i)) && lookup.Contains(words.Written(i)[..^2]))
                values.Add(new(EntityTypes.Person, i, i, 0.6f));
    }

    /// <summary>The question that a name answers when it begins its line, or else the one answered last: what comes after is no answer
    /// to it.</summary>
    private static int Question(in SpokenWords words, SpokenScene scene, int name, int answered) =>
        scene.Cues.TryBefore(name, 0, out var kind, out var last) && kind is CueKind.Person && words[last].Line != words[name].Line
            && name - last <= Answer ? last : answered;

    private static bool IsPossessive(ReadOnlySpan<char> word) => word.Length > 3 && word[^1] == 's' && word[^2] is '\'' or '\u2019';

    private static SpokenValue? Introduced(in SpokenWords words, SpokenScene scene, int index, bool isCased)
    {
        if (words.Match(index, WordKinds.Title, out _) is > 0 and var title && index + title < words.Count
            && words[index + title].Line == words[index].Line)
        {
            var after = NameReader.End(words, index + title, NameConfidence.Sure, isCased);
            return after > index + title ? new(EntityTypes.Person, index + title, after - 1, 0.85f) : null;
        }
        var length = words.Match(index, WordKinds.StrongName, out _);
        var isSure = length > 0;
        var weight = 0;
        if (!isSure) length = words.Match(index, WordKinds.NameLead, out weight);
        var trust = isSure || weight == 1 && IsPresentation(words, scene, index) ? NameConfidence.Sure
            : weight == 1 ? NameConfidence.Likely : NameConfidence.Weak;
        var start = index + length;
        if (length == 0 || start >= words.Count || NamesThing(words, index)) return null;
        start = Skip(words, start);
        if (start >= words.Count) return null;
        if (!isSure && words[start].Line != words[index].Line) return null;
        var end = NameReader.End(words, start, trust, isCased);
        if (end == start && !isSure) end = Tailed(words, start);
        // "you've reached northgate insurance"
        if (!isSure && end < words.Count && words[end].Line == words[start].Line && words.Table.IsBusiness(words.Written(end))
            || end > start && words.Table.IsBusiness(words.Written(end - 1))) return null;
        return end > start ? new(EntityTypes.Person, start, end - 1, isSure ? 0.85f : 0.7f) : null;
    }

    /// <summary>"sono …", "ich bin …" at the opening of a call or after a question for a name; without a dictionary nothing else tells a
    /// name
    /// from another word.</summary>
    private static bool IsPresentation(in SpokenWords words, SpokenScene scene, int index) =>
        !words.Table.HasWords && (index < Opening || scene.Cues.IsNear(index, Asked, CueKind.Person));

    /// <summary>The one or two words before "am apparat", "al habla".</summary>
    private static SpokenValue? Speaking(in SpokenWords words, int index)
    {
        if (words.Table.HasWords || index + 1 >= words.Count || words[index + 1].Line != words[index].Line || !IsOpen(words, index)
            || words.Match(index + 1, WordKinds.Tail, out _) < 2 || words.IsAt(index + 1, WordKinds.StrongName)) return null;
        var first = index > 0 && words[index - 1].Line == words[index].Line && IsOpen(words, index - 1) ? index - 1 : index;
        return new(EntityTypes.Person, first, index, 0.7f);
    }

    private static bool IsOpen(in SpokenWords words, int index) =>
        words[index].Length >= 2 && !words.IsCommon(index) && !words.Table.IsFunction(words.Written(index))
            && !words[index].Is(WordMarks.Alone | WordMarks.Digits | WordMarks.Quantity | WordMarks.Mixed | WordMarks.Written)
            && (words[index].Kinds & ~WordKinds.Nato) == WordKinds.None;

    /// <summary>"the company name is …": the word before "name" tells that no person has it.</summary>
    private static bool NamesThing(in SpokenWords words, int index)
    {
        if (index == 0 || words[index - 1].Line != words[index].Line || words[index - 1].Is(WordMarks.EndsSentence | WordMarks.EndsClause))
            return false;
        var before = words.Written(index - 1);
        return NameOwners.AreAskedFor(words.Written(index)) && NameOwners.Of(before) == NameOwner.Thing
            && !words.Table.IsFunction(before) && !words.Table.IsName(before) && !words.IsAt(index - 1, WordKinds.Filler);
    }

    /// <summary>"this is … speaking": one or two words that are no everyday words, with a tail after them.</summary>
    private static int Tailed(in SpokenWords words, int start)
    {
        for (var end = start; end < Math.Min(words.Count, start + 3); end++)
        {
            if (end > start && words.IsAt(end, WordKinds.Tail)) return end;
            if (words.IsCommon(end) || words.Table.IsFunction(words.Written(end)) || words.IsAt(end, WordKinds.Filler)) break;
        }
        return start;
    }

    /// <summary>The beginning of the line that follows a question for a name.</summary>
    private static SpokenValue? AnswerAt(in SpokenWords words, SpokenScene scene, int index, bool isCased, ref int answered)
    {
        var isStart = index == 0 || words[index - 1].Line != words[index].Line || words[index - 1].Is(WordMarks.EndsSentence);
        if (!isStart || !scene.Cues.TryBefore(index, 0, out var kind, out var last) || index - last > Answer) return null;
        if (last == answered) return null;
        var question = last;
        if (kind is CueKind.Spell && scene.Cues.TryBefore(index, 1, out var older, out var place) && index - place <= Answer) kind = older;
        if (kind is not (CueKind.Person or CueKind.Maiden or CueKind.Secret) || !IsNext(words, last, index)) return null;
        var start = Skip(words, index);
        if (start >= words.Count || words[start].Line != words[index].Line) return null;
        var end = NameReader.End(words, start, NameConfidence.Sure, isCased);
        if (end == start && kind == CueKind.Person) (start, end) = Later(words, start, isCased);
        if (kind != CueKind.Person)
            while (end < words.Count && end - start < 5 && words[end].Line == words[start].Line
                && AtomReader.TryRead(words, end, out var atom) && atom.IsStrong) end = atom.Last + 1;
        if (end > start) answered = question;
        return end > start ? new(kind == CueKind.Person ? EntityTypes.Person : EntityTypes.Secret, start, end - 1, 0.8f) : null;
    }

    /// <summary>A name a few words into the answer: "my husband's …".</summary>
    private static (int Start, int End) Later(in SpokenWords words, int start, bool isCased)
    {
        for (var i = start; i < Math.Min(words.Count, start + 6) && words[i].Line == words[start].Line; i++)
            if (NameReader.End(words, i, NameConfidence.Likely, isCased) is var end && end > i) return (i, end);
        return (start, start);
    }

    /// <summary>True for the line after the question, or the one after a reply of a few words, or the next sentence.</summary>
    private static bool IsNext(in SpokenWords words, int question, int index)
    {
        var lines = words[index].Line - words[question].Line;
        if (lines <= 1) return true;
        if (lines > 2) return false;
        var between = 0;
        for (var i = index - 1; i > question && words[i].Line != words[question].Line; i--) between++;
        return between <= 3;
    }

    /// <summary>Leaves out what people say before an answer: "yes sure it's um".</summary>
    private static int Skip(in SpokenWords words, int index)
    {
        var at = index;
        while (at < words.Count && at - index < 10)
        {
            if (words.Table.IsName(words.Written(at))) break;
            var length = words.Match(at, WordKinds.Filler | WordKinds.Correction, out _);
            if (length == 0) length = words.Match(at, WordKinds.StrongName, out _);
            if (length == 0 && words.Table.Contains(words.Written(at), WordLists.AnswerLead)) length = 1;
            if (length == 0) break;
            at += length;
        }
        return at;
    }
}
