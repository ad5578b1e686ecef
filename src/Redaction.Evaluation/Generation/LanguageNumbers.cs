using System.Globalization;

namespace Redaction.Evaluation;

/// <summary>Says digits in a language: one by one, in pairs or threes, doubled, written, with fillers and corrections.</summary>
internal sealed class LanguageNumbers(Random random, LanguageTexts texts)
{
    private const int Written = 1, Pairs = 3, Threes = 5;

    private readonly string[] _fillers = texts.Choices("filler");
    private readonly string[] _corrections = texts.Choices("correction");
    private readonly string[] _replies = texts.Choices("backchannel");
    private readonly string _double = texts.Lines("double") is [var word, ..] ? word : "";

#pragma warning disable CA5394 // invented data must repeat: the seed is the point
    public string Pick(IReadOnlyList<string> items) => items[random.Next(items.Count)];

    public int Next(int from, int to) => random.Next(from, to);

    public bool Chance(double share) => random.NextDouble() < share;
#pragma warning restore CA5394

    /// <summary>A number of two digits in words, with its zero: <c>zero five</c>.</summary>
    public string Two(int value) => value < 10 ? Digit('0') + " " + Digit((char)('0' + value)) : texts.Numbers.Say(value);

    /// <summary>A digit in words.</summary>
    public string Digit(char digit) =>
        texts.Lines($"digit {digit}") is [var said, ..] && said.Split(", ") is var forms ? Pick(forms) : texts.Numbers.Say(digit - '0');

    /// <summary>Fills a pattern: <c>#</c> is a digit, <c>@</c> a letter; what is a digit stays.</summary>
    public string Fill(string pattern) => string.Concat(pattern.Select(c => c switch
    {
        '#' => (char)('0' + Next(0, 10)),
        '@' => (char)('a' + Next(0, 26)),
        _ => c,
    }));

    /// <summary>Says groups of digits and letters; <c>*</c> marks a word that is no part, <c>|</c> a reply of the other speaker.</summary>
    public List<string> Say(string groups, bool allowReplies = true)
    {
        var words = new List<string>();
        var style = Next(0, texts.IsUnspaced ? 4 : 10);
        var hasReplies = allowReplies && groups.Count(char.IsAsciiDigit) >= 8 && Chance(0.2);
        var isFirst = true;
        foreach (var group in groups.Split(' '))
        {
            if (!isFirst && hasReplies) words.Add("|" + Pick(_replies));
            else if (!isFirst && Chance(0.1)) words.Add("*" + Pick(_fillers));
            isFirst = false;
            if (!char.IsAsciiDigit(group[^1])) words.AddRange(Sign(group, style));
            else Group(group, style, words);
        }
        return words;
    }

    private static IEnumerable<string> Sign(string group, int style) =>
        group[0] < 128 ? group.Select(static c => c.ToString()) : style < Written ? [] : ["*" + group];

    private void Group(string group, int style, List<string> words)
    {
        if (style < Written)
        {
            words.Add(group);
            return;
        }
        if (group[0] == '+')
        {
            words.AddRange(texts.Lines("plus"));
            group = group[1..];
        }
        for (var at = 0; at < group.Length;)
        {
            var left = group.Length - at;
            if (!texts.IsUnspaced && style is >= Pairs and < Threes && left >= 2 && left % 2 == 0 && group[at] != '0')
                at += Add(texts.Numbers.Say(Number(group, at, 2)), 2);
            else if (!texts.IsUnspaced && style is Threes && left == 3 && texts.Numbers.Find(Number(group, at, 3)) is { } three)
                at += Add(three, 3);
            else if (_double.Length > 0 && left >= 2 && group[at] == group[at + 1] && Chance(0.4))
                at += Add(_double + " " + Digit(group[at]), 2);
            else
            {
                if (at > 0 && left > 1 && Chance(0.015))
                {
                    words.Add(Digit((char)('0' + Next(0, 10))));
                    words.Add("*" + Pick(_corrections));
                }
                at += Add(Digit(group[at]), 1);
            }
        }

        int Add(string said, int length)
        {
            words.AddRange(said.Split(' '));
            return length;
        }
    }

    private static int Number(string digits, int at, int length) => int.Parse(digits.AsSpan(at, length), CultureInfo.InvariantCulture);
}
