namespace Redaction.Image;

/// <summary>Where the words of a line end, by the white between characters: the recogniser leaves out many
/// spaces and invents some.</summary>
internal sealed class LineSpacing
{
    private const float WordGap = 0.42f;   // of the usual distance of characters, beyond the usual gap
    private const float LeastGap = 0.2f;   // what a space that the recogniser saw needs
    private readonly float _usualGap;

    public LineSpacing(List<SeenCharacter> characters)
    {
        var written = characters.FindAll(static c => c.Text != " ");
        var distances = new List<float>();
        var gaps = new List<float>();
        for (var i = 1; i < written.Count; i++)
        {
            distances.Add((written[i].Middle - written[i - 1].Middle) / Wide(written[i - 1], written[i]));
            gaps.Add(written[i].Gap);
        }
        UsualDistance = Median(distances, 1);
        _usualGap = Median(gaps, 0);
    }

    /// <summary>How far the middles of ordinary neighbours lie apart.</summary>
    public float UsualDistance { get; }

    /// <summary>Whether a word ends between two characters. Beside an underscore, which stands below what is measured, only
    /// the recogniser knows.</summary>
    public bool IsWordEnd(in SeenCharacter before, in SeenCharacter next, bool spaceSeen) =>
        (spaceSeen || (before.Text != "_" && next.Text != "_"))
        && next.Gap > _usualGap + UsualDistance * (spaceSeen ? LeastGap : WordGap);

    private static float Median(List<float> values, float none)
    {
        if (values.Count == 0) return none;
        values.Sort();
        return values[values.Count / 2];
    }

    /// <summary>How far the middles of two neighbours lie apart in print, in widths of an ordinary letter.</summary>
    private static float Wide(in SeenCharacter a, in SeenCharacter b) => (Wide(a.Text[0]) + Wide(b.Text[0])) / 2;

    private static float Wide(char c) => c switch
    {
        'i' or 'j' or 'l' or 't' or 'f' or 'r' or 'I' or '.' or ',' or ':' or ';' or '\'' or '!' or '|' or '(' or ')' => 0.6f,
        'm' or 'w' or 'M' or 'W' or '@' or '%' => 1.5f,
        >= 'A' and <= 'Z' => 1.2f,
        _ => 1,
    };
}
