namespace Redaction.Text;

/// <summary>Looks at how a possible mention is written.</summary>
internal static class MentionForms
{
    /// <summary>Index after the mention when it is written as <paramref name="form"/> asks, else 0.</summary>
    /// <param name="form">How it must be written.</param>
    /// <param name="text">The text.</param>
    /// <param name="first">The first word of the mention.</param>
    /// <param name="last">The last word of the mention.</param>
    public static int Fits(MentionForm form, ReadOnlySpan<char> text, TextSpan first, TextSpan last) => form switch
    {
        MentionForm.Single or MentionForm.KnownSingle => IsNameHere(text, first, form == MentionForm.KnownSingle) ? last.End : 0,
        MentionForm.Lone =>
            IsNameHere(text, first, false) && text[first.Start..first.End].IndexOfAnyExceptInRange('A', 'Z') >= 0 ? last.End : 0,
        MentionForm.Initials => AreInitials(text, first, last) ? AfterDot(text, last.End) : 0,
        MentionForm.InitialFirst => IsInitial(text, first) ? last.End : 0,
        MentionForm.InitialLast =>
            char.IsUpper(text[first.Start]) && char.IsUpper(text[last.Start]) && !IsWord(text, last) ? AfterDot(text, last.End) : 0,
        MentionForm.Capitals => text[first.Start..last.End].ContainsAnyInRange('a', 'z') ? 0 : last.End,
        MentionForm.Capitalised =>
            char.IsUpper(text[first.Start])
                && (last.End - first.Start < 4 || text[first.Start..last.End].IndexOfAnyExceptInRange('A', 'Z') >= 0) ? last.End : 0,
        MentionForm.Account => IsAccount(text, first) ? last.End : 0,
        _ => last.End,
    };

    private static bool IsAccount(ReadOnlySpan<char> text, TextSpan word) =>
        !text[word.Start..word.End].ContainsAnyInRange('A', 'Z') && (word.Start == 0 || text[word.Start - 1] is not ('.' or '_' or '-'))
        && (word.End == text.Length || text[word.End] is not ('_' or '-' or '('));

    private static bool IsNameHere(ReadOnlySpan<char> text, TextSpan word, bool known)
    {
        var written = text[word.Start..word.End];
        var ordinary = OrdinaryWords.Contains(written);
        if (!char.IsLower(written[0])) return known || !ordinary || !BeginsSentence(text, word.Start);
        return !ordinary && written.Length >= 3;
    }

    /// <summary>A lower-case initial counts with a dot, or where it is no word by itself ("a smith").</summary>
    private static bool IsInitial(ReadOnlySpan<char> text, TextSpan first)
    {
        var dotted = first.End < text.Length && text[first.End] == '.';
        var c = text[first.Start];
        return dotted || (char.IsUpper(c) && !(c is 'A' or 'I' && BeginsSentence(text, first.Start)))
            || c is not ('a' or 'e' or 'i' or 'o' or 's' or 't' or 'u' or 'y' or 'A' or 'I');
    }

    private static bool AreInitials(ReadOnlySpan<char> text, TextSpan first, TextSpan last)
    {
        for (var i = first.Start; i < last.End; i++)
            if (!char.IsUpper(text[i]) && text[i] is not ('.' or ' ' or '-')) return false;
        return text[first.End] == '.';
    }

    /// <summary>"Smith I think": a word, not an initial.</summary>
    private static bool IsWord(ReadOnlySpan<char> text, TextSpan last) =>
        text[last.Start] is 'I' or 'A' && AfterDot(text, last.End) == last.End;

    private static int AfterDot(ReadOnlySpan<char> text, int end) => end < text.Length && text[end] == '.' ? end + 1 : end;

    private static bool BeginsSentence(ReadOnlySpan<char> text, int start)
    {
        for (var i = start - 1; i >= 0; i--)
        {
            if (text[i] is '\n' or '.' or '!' or '?' or ':' or '\u2026') return true;
            if (char.IsLetterOrDigit(text[i]) || text[i] is ',' or ';') return false;
        }
        return true;
    }
}
