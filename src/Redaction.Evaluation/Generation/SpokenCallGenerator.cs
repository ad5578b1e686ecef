using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Redaction.Evaluation;

/// <summary>Invents calls in which identifiers are said aloud, with a label for each word.</summary>
/// <remarks>The same seed gives the same calls.</remarks>
internal sealed partial class SpokenCallGenerator
{
    private readonly CallTexts _texts;
    private readonly CallSet _set;
    private readonly int _seed;

    /// <summary>Makes a generator.</summary>
    /// <param name="set">Which templates and names.</param>
    /// <param name="seed">What all choices depend on.</param>
    public SpokenCallGenerator(CallSet set, int seed) => (_set, _seed, _texts) = (set, seed, CallTexts.Of(set));

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
        var slots = new SpokenSlots(random, _texts);
        var turns = new List<string>(Pick(_texts.Openings).Split('|'));
        var exchanges = random.Next(3, 7);
        for (var i = 0; i < exchanges; i++)
        {
            turns.AddRange(Pick(_texts.Exchanges).Split('|'));
            for (var d = random.Next(1, 3); d > 0; d--) turns.AddRange(Pick(_texts.Distractors).Split('|'));
        }
        turns.AddRange(Pick(_texts.Closings).Split('|'));
        return new(string.Create(CultureInfo.InvariantCulture, $"{_set}-{_seed}-{index}").ToLowerInvariant(), Words(turns, slots, random));

        string Pick(ImmutableArray<string> items) => items[random.Next(items.Length)];
    }

    private static ImmutableArray<LabelledWord> Words(List<string> turns, SpokenSlots slots, Random random)
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
                var said = slots.Say(slot);
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
            var length = Math.Round(0.12 + 0.05 * text.Length + random.NextDouble() * 0.1, 3);
            words.Add(new(Math.Round(time, 3), Math.Round(time + length, 3), text, speaker, number, entity, isFree));
            time += length + (random.NextDouble() < 0.1 ? 0.25 : 0.02);
        }
    }
#pragma warning restore CA5394

    [GeneratedRegex(@"\{[^}]*\}|\S+", RegexOptions.None, 1000)]
    private static partial Regex Parts();
}
