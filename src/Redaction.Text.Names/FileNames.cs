using System.Buffers;

namespace Redaction.Text.Names;

/// <summary>Persons in the names of pictures, recordings and documents that a text speaks of (<c>"file_name": "jane_roe_01.jpg"</c>): the
/// model reads each part of the path as the words of a sentence, where one of them is known as a given name.</summary>
internal static class FileNames
{
    private const int Longest = 120, ShortestName = 3, FewestWords = 2;
    private const float Sure = 0.8f;
    private const string Sentence = " wrote to us.";

    private static readonly SearchValues<string> s_extensions = SearchValues.Create(
    [
        ".avi", ".bmp", ".csv", ".dcm", ".doc", ".eml", ".flac", ".gif", ".heic", ".jpeg", ".jpg", ".m4a", ".mkv", ".mov", ".mp3", ".mp4",
        ".msg", ".odt", ".pdf", ".png", ".ppt", ".rtf", ".tif", ".vcf", ".wav", ".webp", ".xls", ".zip",
    ], StringComparison.OrdinalIgnoreCase);

    /// <summary>What pictures and documents are of, beside a word that is a given name too: <c>max_size.png</c>.</summary>
    private static readonly WordSet s_things = new("size width height length value values map maps theme skyline icon logo banner dome "
        + "opera river station garden tower bridge castle lake beach island park street oil wine cake gem stone claus alert scene image "
        + "photo picture figure chart plot graph table diagram screenshot poster flyer brochure manual guide invoice receipt letter template "
        + "optimizer loss model pool period");

    private static readonly SearchValues<char> s_ends = SearchValues.Create("\"'`<>|:=?&;,()[]{}\t\r\n/\\ ");

    private static readonly SearchValues<char> s_endsOfQuoted = SearchValues.Create("\"'`<>|\t\r\n/\\");

    /// <summary>Adds the persons.</summary>
    public static void Detect(ReadOnlySpan<char> text, NamesDetector detector, FindingSink<TextSpan> findings)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_extensions);
            if (step < 0) return;
            var end = position + step;
            position = end + 1;
            var ends = IsQuoted(text, end) ? s_endsOfQuoted : s_ends;
            for (var parts = 0; parts < FewestWords; parts++) // the name, and the folder that it is in
            {
                var floor = Math.Max(0, end - Longest);
                var start = floor + text[floor..end].LastIndexOfAny(ends) + 1;
                if (end > start) Part(text, TextSpan.FromBounds(start, end), detector, findings);
                if (start < 2 || text[start - 1] is not ('/' or '\\')) break;
                end = start - 1;
            }
        }
    }

    /// <summary>A quotation mark closes behind the extension, or nothing else follows: spaces belong to the name.</summary>
    private static bool IsQuoted(ReadOnlySpan<char> text, int dot)
    {
        var end = dot + 1;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end])) end++;
        return end == text.Length ? !text[..dot].Contains('\n') : text[end] is '"' or '\'';
    }

    private static void Part(ReadOnlySpan<char> text, TextSpan part, NamesDetector detector, FindingSink<TextSpan> findings)
    {
        Span<char> words = stackalloc char[Longest + Sentence.Length];
        if (!Read(text.Slice(part.Start, part.Length), words, detector.Model.Gazetteer)) return;
        Sentence.CopyTo(words[part.Length..]);
        var found = new FindingSink<TextSpan>();
        detector.DetectWords(words[..(part.Length + Sentence.Length)], found);
        foreach (ref readonly var finding in found.Items)
            if (finding.Region.End <= part.Length && IsPerson(words[..part.Length], in finding))
                findings.Add(finding with { Region = new(part.Start + finding.Region.Start, finding.Region.Length) });
    }

    /// <summary>Two words or more, of which one is a given name that is nothing else; signs between them become spaces.</summary>
    private static bool Read(ReadOnlySpan<char> part, Span<char> words, Gazetteer gazetteer)
    {
        var (count, isNamed) = (0, false);
        for (var i = 0; i < part.Length;)
        {
            if (!char.IsLetter(part[i])) { words[i] = char.IsDigit(part[i]) || part[i] == '\'' ? part[i] : ' '; i++; continue; }
            var start = i;
            for (; i < part.Length && char.IsLetter(part[i]); i++) words[i] = part[i];
            if (i - start < ShortestName) continue;
            var word = part[start..i];
            if (s_things.Contains(word) || NameWords.NameThing(word)) return false;
            count++;
            isNamed |= NamePairs.IsGiven(NamePairs.Mask(word, gazetteer));
        }
        return isNamed && count >= FewestWords;
    }

    private static bool IsPerson(ReadOnlySpan<char> words, in Finding<TextSpan> finding)
    {
        if (finding.Type != EntityTypes.Person) return false;
        var (names, hasCapital) = (0, false);
        foreach (var range in words.Slice(finding.Region.Start, finding.Region.Length).Split(' '))
        {
            var (start, length) = range.GetOffsetAndLength(finding.Region.Length);
            if (length < ShortestName || !char.IsLetter(words[finding.Region.Start + start])) continue;
            names++;
            hasCapital |= char.IsUpper(words[finding.Region.Start + start]);
        }
        return names >= FewestWords && (hasCapital ? finding.Score >= Scores.Acts : finding.Score >= Sure);
    }
}
