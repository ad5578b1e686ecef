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
    public int Letters { get; } = Sum(atoms, static a => a.Text.Count(char.IsLetter));

    /// <summary>Letters that are never anything else.</summary>
    public int SureLetters { get; } = Sum(atoms, static a => a.Kind == AtomKind.Letter && a.IsStrong ? 1 : 0);

    public int Written { get; } = Sum(atoms, static a => a.Kind == AtomKind.Literal ? a.Text.Length : 0);

    /// <summary>Numbers of two digits, and of three where several follow each other.</summary>
    public int Pairs { get; } = Sum(atoms, a => a.Kind == AtomKind.Pair || a.Kind == AtomKind.Scaled && IsGrouped(atoms) ? 1 : 0);

    /// <summary>It sounds like one amount: with hundreds or thousands, and not said in groups of two and three digits.</summary>
    public bool HasScale { get; } = !IsGrouped(atoms) && atoms.Exists(static a => a.Kind == AtomKind.Scaled);

    /// <summary>Letters and digits without signs.</summary>
    public string Compact { get; } = Join(atoms);

    public override string ToString() => $"SpokenRun(Digits = {Digits}, Letters = {Letters})";

    /// <summary>"three hundred forty five, twelve, thirty": how telephone numbers are said in many languages.</summary>
    private static bool IsGrouped(List<SpokenAtom> atoms)
    {
        var numbers = 0;
        foreach (var atom in atoms)
        {
            if (atom.Kind == AtomKind.Scaled && atom.Text.Length != 3) return false;
            if (atom.IsDigits) numbers++;
        }
        return numbers >= 3;
    }

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
