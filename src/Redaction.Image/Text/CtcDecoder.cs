using System.Collections.Immutable;

namespace Redaction.Image;

/// <summary>Greedy decoding of what a recogniser with connectionist temporal classification says (Graves et al. 2006): the likeliest class
/// of each step, repeats and blanks (class 0) taken out.</summary>
internal static class CtcDecoder
{
    /// <summary>The characters with where each is seen, 0 at the start of the line and 1 at its end.</summary>
    /// <param name="scores">Probabilities, class by class for each step.</param>
    /// <param name="steps">How many there are.</param>
    /// <param name="classes">What each class says; the first says nothing.</param>
    public static List<SeenCharacter> Decode(ReadOnlySpan<float> scores, int steps, ImmutableArray<string> classes)
    {
        var characters = new List<SeenCharacter>();
        var before = 0;
        for (var step = 0; step < steps; step++)
        {
            var row = scores.Slice(step * classes.Length, classes.Length);
            var best = Likeliest(row);
            if (best != 0 && best == before)
                characters[^1] = characters[^1] with { End = (step + 1f) / steps, Score = Math.Max(characters[^1].Score, row[best]) };
            else if (best != 0) characters.Add(new(classes[best], step / (float)steps, (step + 1f) / steps, row[best]));
            before = best;
        }
        return characters;
    }

    private static int Likeliest(ReadOnlySpan<float> row)
    {
        var best = 0;
        for (var i = 1; i < row.Length && !(row[best] > 0.5f); i++) // probabilities: no other is above a half
            if (row[i] > row[best]) best = i;
        return best;
    }
}
