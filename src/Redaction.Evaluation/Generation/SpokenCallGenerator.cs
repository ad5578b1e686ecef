using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Redaction.Evaluation;

/// <summary>Invents calls in which identifiers are said aloud, with a label for each word.</summary>
/// <remarks>The same seed gives the same calls.</remarks>
internal sealed partial class SpokenCallGenerator
{
    private readonly CallTexts? _texts;
    private readonly LanguageTexts? _language;
    private readonly CallSet _set;
    private readonly int _seed;

    /// <summary>Makes a generator of English calls.</summary>
    /// <param name="set">Which templates and names.</param>
    /// <param name="seed">What all choices depend on.</param>
    public SpokenCallGenerator(CallSet set, int seed) => (_set, _seed, _texts) = (set, seed, CallTexts.Of(set));

    /// <summary>Makes a generator of calls in a language of <see cref="LanguageTexts.Languages"/>.</summary>
    public SpokenCallGenerator(CallSet set, int seed, string language) =>
        (_set, _seed, _language) = (set, seed, new LanguageTexts(language, set));

    /// <summary>Invents calls.</summary>
    /// <param name="count">How many.</param>
    public IEnumerable<LabelledCall> Generate(int count)
    {
        for (var i = 0; i < count; i++) yield return Call(i);
    }

    private LabelledCall Call(int index)
    {
#pragma warning disable CA5394 // invented data must repeat: the seed is the point
        var random = new Random(unchecked(_seed * 7919 + index));
        var english = _texts is null ? null : Slots(random); // which draws names first
        var turns = new List<string>(Pick("opening").Split('|'));
        var exchanges = random.Next(3, 7);
        for (var i = 0; i < exchanges; i++)
        {
            turns.AddRange(Pick("exchange").Split('|'));
            for (var d = random.Next(1, 3); d > 0; d--) turns.AddRange(Pick("distractor").Split('|'));
        }
        turns.AddRange(Pick("closing").Split('|'));
        var id = string.Create(CultureInfo.InvariantCulture, $"{_set}-{_seed}-{index}").ToLowerInvariant();
        if (_language is not null) id = _language.Language + "-" + id;
        return new(id, Words(turns, english ?? Slots(random), random));

        string Pick(string kind)
        {
            var items = Items(kind);
            return items[random.Next(items.Count)];
        }
    }

    private Func<string, List<string>> Slots(Random random) =>
        _language is null ? new SpokenSlots(random, _texts!).Say : new LanguageSlots(random, _language).Say;

    private IReadOnlyList<string> Items(string kind) => _language is not null ? _language.Lines(kind) : kind switch
    {
        "opening" => _texts!.Openings,
        "exchange" => _texts!.Exchanges,
        "distractor" => _texts!.Distractors,
        _ => _texts!.Closings,
    };

    private ImmutableArray<LabelledWord> Words(List<string> turns, Func<string, List<string>> say, Random random)
    {
        var words = ImmutableArray.CreateBuilder<LabelledWord>();
        double time = 0.5;
        var number = 0;
        foreach (var turn in turns)
        {
            var speaker = turn[0] == 'A' ? "agent" : "customer";
            foreach (Match part in Parts().Matches(turn[2..]))
            {
                if (!part.Value.StartsWith('{'))
                {
                    Add(part.Value, speaker, null, false);
                    continue;
                }
                var slot = part.Value[1..^1];
                var said = say(slot);
                for (var i = 0; i < said.Count; i++) Say(said[i], slot, speaker);
            }
            number++;
            time += 0.3 + random.NextDouble() * 0.5;
        }
        return words.ToImmutable();

        void Say(string word, string slot, string speaker)
        {
            if (word[0] == '|')
            {
                number++;
                foreach (var reply in word[1..].Split(' ')) Add(reply, speaker == "agent" ? "customer" : "agent", null, true);
                number++;
            }
            else if (word[0] == '*')
                foreach (var filler in word[1..].Split(' ')) Add(filler, speaker, null, true);
            else Add(word, speaker, SpokenSlots.Entity(slot), false);
        }

        void Add(string text, string speaker, string? entity, bool isFree)
        {
            if (_language is { IsUnspaced: true } && text.Length > 1 && text[0] >= 0x2E80)
            {
                Add(text[..1], speaker, entity, isFree);
                Add(text[1..], speaker, entity, isFree);
                return;
            }
            var length = Math.Round(0.12 + 0.05 * text.Length + random.NextDouble() * 0.1, 3);
            words.Add(new(Math.Round(time, 3), Math.Round(time + length, 3), text, speaker, number, entity, isFree));
            time += length + (random.NextDouble() < 0.1 ? 0.25 : 0.02);
        }
    }
#pragma warning restore CA5394

    [GeneratedRegex(@"\{[^}]*\}|\S+", RegexOptions.None, 1000)]
    private static partial Regex Parts();
}
