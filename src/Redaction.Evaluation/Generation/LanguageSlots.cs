using System.Text.RegularExpressions;

namespace Redaction.Evaluation;

/// <summary>Invents the value of a slot and says it in a language.</summary>
internal sealed partial class LanguageSlots
{
    private readonly LanguageTexts _texts;
    private readonly LanguageNumbers _numbers;
    private readonly Dictionary<string, string> _said = new(StringComparer.Ordinal);
    private readonly string _first, _last, _agent, _agentLast;

    public LanguageSlots(Random random, LanguageTexts texts)
    {
        (_texts, _numbers) = (texts, new(random, texts));
        (_first, _last) = (_numbers.Pick(texts.Words("first")), _numbers.Pick(texts.Words("last")));
        (_agent, _agentLast) = (_numbers.Pick(texts.Words("first")), _numbers.Pick(texts.Words("last")));
    }

    /// <summary>The words of a slot; <c>*</c> and <c>|</c> as in <see cref="LanguageNumbers.Say"/>.</summary>
    public List<string> Say(string slot) => slot switch
    {
        "agent" or "agent.echo" => [_texts.Language switch { "zh" => _agentLast + _agent, "ja" => _agentLast, _ => _agent }],
        "agent.last" => [_agentLast],
        "name" => _texts.IsUnspaced ? [_last + _first] : [_first, _last],
        "last" => [_last],
        "lastspelled" => Spelled(),
        "card" => _numbers.Say(_numbers.Fill("4### #### #### ####")),
        "cvv" => _numbers.Say(_numbers.Fill("###"), allowReplies: false),
        "last4" => _numbers.Say(_numbers.Fill("####"), allowReplies: false),
        "otp" => _numbers.Say(_numbers.Fill("### ###"), allowReplies: false),
        "id9" => _numbers.Say(_numbers.Fill("### ### ###")),
        "id10" => _numbers.Say(_numbers.Fill("#### ######")),
        "id11" => _numbers.Say(_numbers.Fill("### #### ####")),
        "id12" => _numbers.Say(_numbers.Fill("#### #### ####")),
        "id18" => _numbers.Say(_numbers.Fill("###### #### #### ####")),
        "cpf" => _numbers.Say(_numbers.Fill("### ### ### ##")),
        "account" => _numbers.Say(Keep("account", _numbers.Fill(_numbers.Chance(0.5) ? "## ### ###" : "#### ####"))),
        "phone" => _numbers.Say(Keep("phone", _numbers.Fill(_numbers.Pick(_texts.Choices("phone"))))),
        "account.echo" or "phone.echo" => _numbers.Say(_said.GetValueOrDefault(slot[..^5]) ?? _numbers.Fill("### ####"),
            allowReplies: false),
        "postcode" => _numbers.Say(_numbers.Fill(_numbers.Pick(_texts.Choices("postcode"))), allowReplies: false),
        "dob" => Pattern("date", hasFreeWords: true),
        "expiry" => Pattern("expiry", hasFreeWords: true),
        "email" => Pattern("email", hasFreeWords: false),
        "address" => Pattern("address", hasFreeWords: true),
        _ => throw new ArgumentException($"There is no slot '{slot}'."),
    };

    private string Keep(string name, string value) => _said[name] = value;

    /// <summary>The words of a pattern with its slots filled; the other words are no part of the value where they say nothing.</summary>
    private List<string> Pattern(string key, bool hasFreeWords)
    {
        var words = new List<string>();
        foreach (Match part in Parts().Matches(_numbers.Pick(_texts.Choices(key))))
            if (part.Value[0] == '{') words.AddRange(Part(part.Value[1..^1]).Split(' '));
            else words.Add(hasFreeWords ? "*" + part.Value : part.Value);
        return words;
    }

    private string Part(string name) => name switch
    {
        "first" => _first,
        "last" => _last,
        "d" => _texts.Numbers.Say(_numbers.Next(1, 29)),
        "dd" => _numbers.Two(_numbers.Next(1, 29)),
        "mm" => _numbers.Two(_numbers.Next(1, 13)),
        "o" => _numbers.Pick(_texts.Words("ordinal")),
        "month" => _numbers.Pick(_texts.Words("month")),
        "y" => _texts.Numbers.Year(_texts.Numbers.Years[_numbers.Next(0, _texts.Numbers.Years.Length)]),
        "yy" => _texts.Numbers.Say(_numbers.Next(41, 100)),
        "ex" => _texts.Numbers.Say(_numbers.Next(26, 32)),
        "exy" => _texts.Numbers.Year(_numbers.Next(2026, 2032)),
        "n1" => _texts.Numbers.Say(_numbers.Next(1, 10)),
        "n2" => _texts.Numbers.Say(_numbers.Next(10, 100)),
        "n3" => _texts.Numbers.Find(_texts.Numbers.Hundreds[_numbers.Next(0, _texts.Numbers.Hundreds.Length)])!,
        _ => _numbers.Pick(_texts.Choices(name)),
    };

    private List<string> Spelled()
    {
        var words = new List<string>();
        if (_numbers.Chance(0.5)) words.Add(_last);
        var (alphabet, link) = (_texts.Words("alphabet"), _texts.Lines("link"));
        var isNamed = alphabet.Length > 20 && link.Count > 0 && _numbers.Chance(0.3);
        foreach (var letter in _last)
        {
            words.Add(letter.ToString());
            if (isNamed && _numbers.Chance(0.6) && Array.Find(alphabet, a => a[0] == letter && a.Length > 1) is { } name)
                words.AddRange([link[0], name]);
        }
        return words;
    }

    [GeneratedRegex(@"\{[^}]*\}|\S+", RegexOptions.None, 1000)]
    private static partial Regex Parts();
}
