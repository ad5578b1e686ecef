using System.Globalization;

namespace Redaction.Evaluation;

/// <summary>Invents the value of a slot and says it.</summary>
internal sealed class SpokenSlots(Random random, CallTexts texts)
{
    private static readonly string[] s_months = Lexicon.Months.Words("en full");
    private static readonly string[] s_ordinals =
    [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
        "fourteenth", "fifteenth", "sixteenth",
        "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty first", "twenty second", "twenty third", "twenty fourth",
        "twenty fifth", "twenty sixth", "twenty seventh",
        "twenty eighth", "twenty ninth", "thirtieth", "thirty first",
    ];

    private readonly SpokenWriter _writer = new(random, texts);
    private readonly string _first = texts.FirstNames[random.Next(texts.FirstNames.Length)];
    private readonly string _last = texts.LastNames[random.Next(texts.LastNames.Length)];
    private readonly Dictionary<string, string> _said = new(StringComparer.Ordinal);
    private readonly string _agent = texts.FirstNames[random.Next(texts.FirstNames.Length)];

    /// <summary>The entity of a slot.</summary>
    public static string Entity(string slot) => slot.Split('.')[0] switch
    {
        "name" or "agent" or "last" or "lastspelled" => "person",
        "card" => "credit-card",
        "cvv" or "otp" => "security-code",
        "expiry" or "dob" => "date",
        "zip" or "postcode" => "postal-code",
        "ssn" => "us.ssn",
        "phone" or "email" or "address" => slot.Split('.')[0],
        _ => "account-number",
    };

    /// <summary>The words of a slot; <c>*</c> and <c>|</c> as in <see cref="SpokenWriter.Digits"/>.</summary>
    public List<string> Say(string slot) => slot switch
    {
        "agent" or "agent.echo" => [_agent],
        "name" => [_first, _last],
        "last" => [_last],
        "lastspelled" => _writer.Chance(0.5) ? [_last, .. _writer.Spelled(_last)] : _writer.Spelled(_last),
        "card" => _writer.Digits(Card(), 4),
        "cvv" => _writer.Digits(Random(3), 3),
        "otp" => _writer.Digits(Random(6), 3, allowReplies: false),
        "last4" => _writer.Digits(Random(4), 4),
        "phone" => _writer.Digits(Keep("phone", random.Next(2, 10) + Random(2) + "555" + Random(4)), 3),
        "ssn" => _writer.Digits(Random(9), 3),
        "account" => _writer.Digits(Keep("account", Random(random.Next(8, 13))), 4),
        "account8" => _writer.Digits(Random(8), 4),
        "phone.echo" or "account.echo" => _writer.Digits(_said.GetValueOrDefault(slot[..^5]) ?? Random(10), 3, allowReplies: false),
        "sort" => _writer.Digits(Random(6), 2),
        "zip" => _writer.Digits(Random(5), 5, allowPairs: false),
        "policy" => [.. _writer.Spelled(Letters(2)), .. _writer.Digits(Random(7), 4, allowPairs: false)],
        "postcode" => PostCode(),
        "dob" => Birth(),
        "expiry" => Expiry(),
        "email" => Mail(),
        "address" => Address(),
        _ => throw new ArgumentException($"There is no slot '{slot}'."),
    };

    private string Keep(string name, string value) => _said[name] = value;

    private string Random(int count) =>
        string.Concat(Enumerable.Range(0, count).Select(i => (char)('0' + random.Next(i == 0 ? 1 : 0, 10))));

    private string Letters(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('a' + random.Next(26))));

    /// <summary>Sixteen digits with a valid check digit (Luhn).</summary>
    private string Card()
    {
        var front = "4" + Random(14);
        var sum = 0;
        for (var i = 0; i < front.Length; i++)
        {
            var d = front[i] - '0';
            sum += i % 2 == 0 ? d * 2 > 9 ? d * 2 - 9 : d * 2 : d;
        }
        return front + (char)('0' + (10 - sum % 10) % 10);
    }

    private List<string> PostCode()
    {
        var words = new List<string>();
        words.AddRange(_writer.Spelled(Letters(random.Next(1, 3))));
        words.AddRange(SpokenWriter.Number(random.Next(1, 20)).Split(' '));
        words.AddRange(SpokenWriter.Number(random.Next(1, 10)).Split(' '));
        words.AddRange(_writer.Spelled(Letters(2)));
        return words;
    }

    private List<string> Birth()
    {
        var (day, month, year) = (random.Next(1, 29), random.Next(1, 13), random.Next(1940, 2004));
        var years = random.Next(3) == 0 && year < 2000 ? SpokenWriter.Number(year % 100 < 10 ? 40 : year % 100)
            : year >= 2000 ? "two thousand" + (year == 2000 ? "" : " and " + SpokenWriter.Number(year - 2000))
            : year % 100 < 10 ? "nineteen oh " + SpokenWriter.Number(year % 100) : "nineteen " + SpokenWriter.Number(year % 100);
        return [.. (random.Next(5) switch
        {
            0 => $"the {s_ordinals[day - 1]} of {s_months[month - 1]} {years}",
            1 => $"{s_months[month - 1]} {s_ordinals[day - 1]} {years}",
            2 => $"{s_months[month - 1]} {SpokenWriter.Number(day)} {years}",
            3 => $"{SpokenWriter.Number(day)} {s_months[month - 1]} {years}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{Two(month)} {Two(day)} {years}"),
        }).Split(' ')];
    }

    private static string Two(int value) => value < 10 ? "oh " + SpokenWriter.Number(value) : SpokenWriter.Number(value);

    private List<string> Expiry() => [.. (random.Next(3) switch
    {
        0 => $"{Two(random.Next(1, 13))} {SpokenWriter.Number(random.Next(26, 32))}",
        1 => $"{s_months[random.Next(12)]} twenty {SpokenWriter.Number(random.Next(26, 32))}",
        _ => $"{Two(random.Next(1, 13))} slash {SpokenWriter.Number(random.Next(26, 32))}",
    }).Split(' ')];

    private List<string> Mail()
    {
        var words = new List<string>();
        switch (random.Next(5))
        {
            case 0: words.AddRange([_first, "dot", _last]); break;
            case 1: words.AddRange([_first, "underscore", _last]); break;
            case 2: words.AddRange([_first, _last, .. SpokenWriter.Number(random.Next(10, 100)).Split(' ')]); break;
            case 3: words.AddRange([.. _writer.Spelled(_last), .. _writer.Digits(Random(2), 2)]); break;
            default: words.AddRange([_first[..1], "dot", _last]); break;
        }
        words.AddRange((random.Next(6) == 0 ? "at the rate " : "at ").TrimEnd().Split(' '));
        words.AddRange(_writer.Pick(texts.Domains).Split(' '));
        return words;
    }

    private List<string> Address()
    {
        var words = new List<string>();
        if (random.Next(4) == 0) words.AddRange(["flat", .. SpokenWriter.Number(random.Next(1, 30)).Split(' ')]);
        words.AddRange(random.Next(2) == 0 ? SpokenWriter.Number(random.Next(1, 100)).Split(' ') : _writer.Digits(Random(3), 3));
        words.AddRange(_writer.Pick(texts.Streets).Split(' '));
        words.AddRange(_writer.Pick(texts.Cities).Split(' '));
        return words;
    }
}
