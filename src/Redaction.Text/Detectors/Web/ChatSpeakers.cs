namespace Redaction.Text;

/// <summary>Nicknames before what was said in a chat without times (<c>fox_88: hello nick_1, back?</c>, <c>&lt;dz44&gt; yes</c>), and
/// where they stand in it. Settings and logs have lines of the same shape: at least two speakers, one of whom returns, a word as people say
/// it, and a digit or low line in each name tell a chat.</summary>
internal static class ChatSpeakers
{
    private const int Longest = 24, Shortest = 3, Most = 32, FewestLines = 2;

    private static readonly WordSet s_said = new("hi hey hello hallo hej hei hola salut ciao oi ola olá moin servus cześć ahoj merhaba "
        + "selam "
        + "привет здравствуйте lol lmao haha hehe yes yeah yep yup nope ok okay thanks thx ty pls please sorry bye brb you your i im "
        + "i'm u me "
        + "my we ja nei nein nej oui non si sí sim não nie tak evet hayır да нет danke merci gracias grazie takk tack tak obrigado "
        + "dzięki anyone "
        + "guys wie was wo hva hvor hvad vad que qué quoi cosa co gdzie what where who when why how du ich jeg jag je yo io eu ja ben "
        + "я ты");

    /// <summary>True for a word as people say it in a chat.</summary>
    public static bool Say(ReadOnlySpan<char> word) => s_said.Contains(word);

    /// <summary>Adds the nicknames.</summary>
    public static void Find(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        Span<TextSpan> names = stackalloc TextSpan[Most];
        int count = 0, spoken = 0;
        for (var line = 0; line < text.Length && count < Most;)
        {
            var length = text[line..].IndexOf('\n');
            var end = length < 0 ? text.Length : line + length;
            var name = Speaker(text[line..end], out var said);
            if (name.Length > 0)
            {
                names[count++] = new(line + name.Start, name.Length);
                if (IsSaid(text[(line + said)..end])) spoken++;
            }
            line = end + 1;
        }
        if (count < FewestLines || spoken == 0 || !Differ(text, names[..count]) || !Return(text, names[..count])) return;
        for (var i = 0; i < count; i++)
            if (i == 0 || !Stands(text, names[..i], names[i])) Everywhere(text, text.Slice(names[i].Start, names[i].Length), findings);
    }

    /// <summary>The nickname that begins a line; empty when none does.</summary>
    private static TextSpan Speaker(ReadOnlySpan<char> line, out int said)
    {
        said = 0;
        var start = line.Length > 0 && line[0] is '<' or '[' or '(' ? 1 : 0;
        var end = start;
        while (end < line.Length && end - start <= Longest && IsSign(line[end])) end++;
        if (end - start is < Shortest or > Longest || end + 2 >= line.Length || !char.IsAsciiLetter(line[start])) return default;
        var close = start == 0 ? ':' : line[0] switch { '<' => '>', '[' => ']', _ => ')' };
        if (line[end] != close) return default;
        said = end + 1;
        if (start > 0 && line[said] == ':') said++;
        if (said >= line.Length || line[said] != ' ' || !char.IsLetter(line[said + 1 < line.Length ? said + 1 : said])) return default;
        var name = line[start..end];
        var isTelling = name.ContainsAnyInRange('a', 'z') && (name.ContainsAnyInRange('0', '9') || name[1..^1].Contains('_'));
        return isTelling ? new(start, end - start) : default;
    }

    private static bool IsSaid(ReadOnlySpan<char> words)
    {
        if (words.TrimEnd() is [.., '?' or '!']) return true;
        foreach (var range in words.SplitAny(' ', ',', '.', '!', '?', ':', ';'))
            if (s_said.Contains(words[range].Trim())) return true;
        return false;
    }

    private static bool Differ(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> names)
    {
        var first = text.Slice(names[0].Start, names[0].Length);
        foreach (var name in names[1..])
            if (!text.Slice(name.Start, name.Length).SequenceEqual(first)) return true;
        return false;
    }

    /// <summary>True when one of them speaks again or is spoken to; names of settings stand once.</summary>
    private static bool Return(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> names)
    {
        foreach (var name in names)
            if (text[name.End..].Contains(text.Slice(name.Start, name.Length), StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool Stands(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> names, TextSpan name)
    {
        foreach (var other in names)
            if (text.Slice(other.Start, other.Length).SequenceEqual(text.Slice(name.Start, name.Length))) return true;
        return false;
    }

    /// <summary>Adds every place where the name stands by itself, where a speaker <paramref name="isTold"/> only those in what is
    /// said.</summary>
    public static void Everywhere(ReadOnlySpan<char> text, ReadOnlySpan<char> name, FindingSink<TextSpan> findings, bool isTold = false)
    {
        for (var at = text.IndexOf(name); at >= 0;)
        {
            var end = at + name.Length;
            var isSpeaker = isTold && at > 0 && text[at - 1] is '<' or '@' or '+' or '%';
            if (!isSpeaker && (at == 0 || !IsSign(text[at - 1])) && (end == text.Length || !IsSign(text[end])))
                findings.Add(new(UserName.Type, TextSpan.FromBounds(at, end), 0.75f, UserName.Id));
            var next = text[end..].IndexOf(name);
            at = next < 0 ? -1 : end + next;
        }
    }

    private static bool IsSign(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';
}
