using System.Numerics;

namespace Redaction.Image;

/// <summary>Keeps one of the lines that several views saw: the longest, unless a shorter one is much finer than it.</summary>
internal static class LineMerge
{
    private const float Inside = 0.6f; // part of a line that lies in a longer one

    public static List<TextLine> Merge(List<TextLine> lines)
    {
        lines.Sort(static (a, b) => Order(in a, in b));
        var kept = new List<TextLine>();
        foreach (var line in lines)
            if (!kept.Exists(k => SeesTheSame(in k, in line))) kept.Add(line);
        return kept;
    }

    private static bool SeesTheSame(in TextLine kept, in TextLine line)
    {
        if (line.HalfHeight < 0.55f * kept.HalfHeight) return false; // a coarse view runs lines together
        var away = line.Centre - kept.Centre;
        var across = Math.Abs(Vector2.Dot(away, kept.Down));
        if (across > kept.HalfHeight * 0.7f) return false;
        var along = Vector2.Dot(away, kept.Along);
        var reach = line.HalfLength * Math.Abs(Vector2.Dot(line.Along, kept.Along));
        var shared = Math.Min(along + reach, kept.HalfLength) - Math.Max(along - reach, -kept.HalfLength);
        return shared > Inside * 2 * Math.Max(reach, 0.5f);
    }

    private static int Order(in TextLine a, in TextLine b)
    {
        var byLength = b.HalfLength.CompareTo(a.HalfLength);
        if (byLength != 0) return byLength;
        var byTop = a.Centre.Y.CompareTo(b.Centre.Y);
        return byTop != 0 ? byTop : a.Centre.X.CompareTo(b.Centre.X);
    }
}
