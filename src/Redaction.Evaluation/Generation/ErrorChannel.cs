using System.Collections.Immutable;

namespace Redaction.Evaluation;

/// <summary>Writes an invented call as a recogniser with word errors hears it.</summary>
/// <remarks>Of the errors six tenths are other words, a quarter missing words and the rest words that nobody said, as in published
/// analyses of conversational recognition. What was said and when stays the truth: a word that was heard wrong still has to fall
/// silent.</remarks>
internal sealed class ErrorChannel
{
    private const double Substituted = 0.6, Deleted = 0.25;

    private readonly Random _random;
    private readonly double _rate;
    private readonly ImmutableArray<string> _others;

    /// <summary>Makes a channel.</summary>
    /// <param name="rate">Word errors for each word, 0 to 1.</param>
    /// <param name="seed">What all choices depend on.</param>
    /// <param name="others">Words of the language, which take the place of others.</param>
    public ErrorChannel(double rate, int seed, IEnumerable<string> others)
    {
        (_rate, _others) = (rate, [.. others.Distinct().Order(StringComparer.Ordinal)]);
#pragma warning disable CA5394 // invented data must repeat: the seed is the point
        _random = new Random(seed);
    }

    /// <summary>The call as it is heard.</summary>
    public LabelledCall Hear(LabelledCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var words = ImmutableArray.CreateBuilder<LabelledWord>(call.Words.Length);
        foreach (var word in call.Words)
        {
            if (_random.NextDouble() >= _rate)
            {
                words.Add(word);
                continue;
            }
            var kind = _random.NextDouble();
            if (kind < Substituted) words.Add(word with { Text = Other() });
            else if (kind >= Substituted + Deleted)
            {
                var half = Math.Round((word.Start + word.End) / 2, 3);
                words.Add(word with { End = half });
                words.Add(word with { Start = half, Text = Other() });
            }
        }
        return call with { Words = words.ToImmutable() };

        string Other() => _others[_random.Next(_others.Length)];
    }
#pragma warning restore CA5394

    /// <summary>Returns the rate only.</summary>
    public override string ToString() => $"ErrorChannel({_rate})";
}
