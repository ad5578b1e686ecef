using System.Text;

namespace Redaction.Audio;

/// <summary>Digits, letters and signs that were said one after the other, through fillers, corrections and back-channels.</summary>
internal sealed class SpokenRun(List<SpokenAtom> atoms, bool isEnumerated, bool isQuantity)
{
    public List<SpokenAtom> Atoms { get; } = atoms;

    public int First => Atoms[0].First;

    public int Last => Atoms[^1].Last;

    /// <summary>Joined by "and": perhaps a list of numbers.</summary>
    public bool IsEnumerated { get; } = isEnumerated;

    /// <summary>A word for a unit follows.</summary>
    public bool IsQuantity { get; } = isQuantity;

    /// <summary>Digits said one by one.</summary>
    public int Singles { get; } = Sum(atoms, static a => a.Kind == AtomKind.Digit ? a.Text.Length : 0);

    /// <summary>All digits.</summary>
    public int Digits { get; } = Sum(atoms, static a => a.Text.Count(char.IsAsciiDigit));

    /// <summary>All letters.</summary>
    public int Letters { get; } = Sum(atoms, static a => a.Text.Count(char.IsAsciiLetter));

    /// <summary>Letters that are never anything else.</summary>
    public int SureLetters { get; } = Sum(atoms, static a => a.Kind == AtomKind.Letter && a.IsStrong ? 1 : 0);

    public int Written { get; } = Sum(atoms, static a => a.Kind == AtomKind.Literal ? a.Text.Length : 0);

    public int Pairs { get; } = Sum(atoms, static a => a.Kind == AtomKind.Pair ? 1 : 0);

    public bool HasScale { get; } = atoms.Exists(static a => a.Kind == AtomKind.Scaled);

    /// <summary>Letters and digits without signs.</summary>
    public string Compact { get; } = Join(atoms);

    public override string ToString() => $"SpokenRun(Digits = {Digits}, Letters = {Letters})";

    private static int Sum(List<SpokenAtom> atoms, Func<SpokenAtom, int> count)
    {
        var sum = 0;
        foreach (var atom in atoms) sum += count(atom);
        return sum;
    }

    private static string Join(List<SpokenAtom> atoms)
    {
        var text = new StringBuilder();
        foreach (var atom in atoms)
            if (atom.Kind != AtomKind.Symbol) text.Append(atom.Text);
        return text.ToString();
    }
}
