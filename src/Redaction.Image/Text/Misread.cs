namespace Redaction.Image;

/// <summary>Sets right what the recogniser takes for each other and what the neighbours tell: a nought within a word is an O.</summary>
internal static class Misread
{
    private const int LeastLetters = 3;

    /// <summary>Replaces noughts between letters in words of which all other characters are letters.</summary>
    public static void Mend(List<SeenCharacter> characters)
    {
        for (var start = 0; start < characters.Count;)
        {
            var end = start;
            while (end < characters.Count && IsOfWord(characters[end].Text)) end++;
            if (end > start) MendWord(characters, start, end);
            start = end + 1;
        }
    }

    private static void MendWord(List<SeenCharacter> characters, int start, int end)
    {
        var letters = 0;
        for (var i = start; i < end; i++)
        {
            if (IsLetter(characters[i].Text)) letters++;
            else if (characters[i].Text != "0") return;
        }
        if (letters < LeastLetters || letters == end - start) return;
        for (var i = start + 1; i < end - 1; i++)
            if (characters[i].Text == "0" && IsLetter(characters[i - 1].Text) && IsLetter(characters[i + 1].Text))
                characters[i] = characters[i] with { Text = char.IsLower(characters[i - 1].Text[0]) ? "o" : "O" };
    }

    private static bool IsOfWord(string text) => text.Length == 1 && char.IsLetterOrDigit(text[0]);

    private static bool IsLetter(string text) => char.IsLetter(text[0]);
}
