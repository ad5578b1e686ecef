namespace Redaction.Documents.Pdf;

/// <summary>What lies around something on a page.</summary>
internal readonly record struct PageBox(double Left, double Bottom, double Right, double Top)
{
    public static PageBox Around(ReadOnlySpan<(double X, double Y)> points)
    {
        var box = new PageBox(double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var (x, y) in points)
            box = new(Math.Min(box.Left, x), Math.Min(box.Bottom, y), Math.Max(box.Right, x), Math.Max(box.Top, y));
        return box;
    }

    /// <summary>The unit square, as it stands on the page: where an image is.</summary>
    public static PageBox Of(in Matrix matrix, double left = 0, double bottom = 0, double right = 1, double top = 1) => Around(
        [matrix.Apply(left, bottom), matrix.Apply(left, top), matrix.Apply(right, top), matrix.Apply(right, bottom)]);

    public bool Overlaps(in PageBox other) =>
        Left < other.Right && other.Left < Right && Bottom < other.Top && other.Bottom < Top;
}
