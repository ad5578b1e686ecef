namespace Redaction.Evaluation;

/// <summary>Says values aloud: digits one by one, doubled, in pairs, with fillers, corrections and the errors of a recogniser.</summary>
internal sealed class SpokenWriter(Random random, CallTexts texts)
{
    private static readonly string[] s_digits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    private static readonly string[] s_teens =
        ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
    private static readonly string[] s_tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    private static readonly string[] s_nato =
    [
        "alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliet", "kilo", "lima", "mike", "november",
        "oscar", "papa",
        "quebec", "romeo", "sierra", "tango", "uniform", "victor", "whiskey", "xray", "yankee", "zulu",
    ];
    private static readonly string[] s_boys =
    [
        "apple", "boy", "cat", "dog", "elephant", "frank", "george", "house", "igloo", "john", "king", "lion", "mary", "nancy", "orange",
        "peter",
        "queen", "robert", "sam", "tom", "umbrella", "victor", "william", "xylophone", "yellow", "zebra",
    ];

    public T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    public bool Chance(double share) => random.NextDouble() < share;

    public static string Number(int value) => value switch
    {
        < 10 => s_digits[value],
        < 20 => s_teens[value - 10],
        _ => value % 10 == 0 ? s_tens[value / 10] : s_tens[value / 10] + " " + s_digits[value % 10],
    };

    /// <summary>Digits said in groups; <c>*</c> marks a word that is no part of the value, <c>|</c> a reply of the other speaker.</summary>
    public List<string> Digits(string digits, int group, bool allowPairs = true, bool allowReplies = true)
    {
        var words = new List<string>();
        var style = random.Next(10);
        if (style == 0)
        {
            for (var i = 0; i < digits.Length; i += group) words.Add(digits.Substring(i, Math.Min(group, digits.Length - i)));
            return words;
        }
        var zero = Chance(0.5) ? "oh" : "zero";
        var hasPairs = allowPairs && style is 1 or 2 && digits.Length % 2 == 0;
        var hasReplies = allowReplies && digits.Length >= 8 && Chance(0.25);
        for (var i = 0; i < digits.Length;)
        {
            if (i > 0 && i % group == 0 && hasReplies && digits.Length - i >= 2) words.Add("|" + Pick(texts.BackChannels));
            else if (i > 0 && Chance(0.05)) words.Add("*" + Pick(texts.Fillers));
            i += Next(digits, i, zero, hasPairs, words);
        }
        return words;
    }

    private int Next(string digits, int at, string zero, bool hasPairs, List<string> words)
    {
        var same = 1;
        while (at + same < digits.Length && digits[at + same] == digits[at] && same < 3) same++;
        if (same > 1 && Chance(0.6))
        {
            words.Add(same == 2 ? "double" : "triple");
            words.Add(Digit(digits[at], zero));
            return same;
        }
        if (hasPairs && at + 1 < digits.Length && digits[at] != '0')
        {
            words.AddRange(Number(int.Parse(digits.AsSpan(at, 2), System.Globalization.CultureInfo.InvariantCulture)).Split(' '));
            return 2;
        }
        if (at > 1 && at < digits.Length - 1 && Chance(0.015))
        {
            words.Add(s_digits[random.Next(10)]);
            words.Add("*" + Pick(texts.Corrections));
        }
        words.Add(at > 1 && at < digits.Length - 2 && Chance(0.04) ? Misheard(digits[at], zero) : Digit(digits[at], zero));
        return 1;
    }

    public List<string> Spelled(string word)
    {
        var words = new List<string>();
        var style = random.Next(4);
        for (var i = 0; i < word.Length; i++)
        {
            if (!char.IsAsciiLetter(word[i])) continue;
            var c = word[i];
            if (style == 1) words.Add(s_nato[c - 'a']);
            else if (i + 1 < word.Length && word[i + 1] == c && Chance(0.7))
            {
                words.AddRange(["double", c.ToString()]);
                i++;
            }
            else words.Add(c.ToString());
            if (style == 2 && Chance(0.6)) words.AddRange(Chance(0.5) ? ["as", "in", s_boys[c - 'a']] : ["for", s_boys[c - 'a']]);
        }
        return words;
    }

    private static string Digit(char digit, string zero) => digit == '0' ? zero : s_digits[digit - '0'];

    private static string Misheard(char digit, string zero) =>
        digit switch { '2' => "to", '4' => "for", '8' => "ate", '1' => "won", _ => Digit(digit, zero) };
}
