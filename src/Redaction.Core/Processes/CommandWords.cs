using System.Collections.Immutable;
using System.Text;

namespace Redaction;

/// <summary>Cuts a command into its words as shells do, and puts files in their places; nothing else of a shell is meant.</summary>
internal static class CommandWords
{
    /// <summary>The words: cut at white space outside of quotes; a backslash before a quote, a blank or a backslash takes it as it
    /// is.</summary>
    /// <exception cref="ArgumentException">There is none, or a quote is not closed.</exception>
    public static ImmutableArray<string> Of(string command)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var word = new StringBuilder();
        var (isWord, quote) = (false, '\0');
        for (var i = 0; i < command.Length; i++)
        {
            var c = command[i];
            if (c == '\\' && quote != '\'' && i + 1 < command.Length && command[i + 1] is '"' or '\'' or ' ' or '\\')
                (isWord, c) = (true, command[++i]);
            else if (quote == c || (quote == '\0' && c is '"' or '\''))
            {
                (isWord, quote) = (true, quote == c ? '\0' : c);
                continue;
            }
            else if (quote == '\0' && char.IsWhiteSpace(c))
            {
                if (isWord) words.Add(word.ToString());
                word.Clear();
                isWord = false;
                continue;
            }
            isWord = true;
            word.Append(c);
        }
        if (isWord) words.Add(word.ToString());
        if (quote != '\0') throw new ArgumentException("A quote in the command is not closed.");
        return words.Count > 0 && words[0].Length > 0 ? words.ToImmutable() : throw new ArgumentException("The command is empty.");
    }

    /// <summary>The names in braces that stand in the words, such as <c>input</c>.</summary>
    public static IEnumerable<string> Places(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            for (var at = word.IndexOf('{'); at >= 0; at = word.IndexOf('{', at + 1))
            {
                var end = at + 1;
                while (end < word.Length && char.IsAsciiLetter(word[end])) end++;
                if (end > at + 1 && end < word.Length && word[end] == '}') yield return word[(at + 1)..end];
            }
        }
    }
}
