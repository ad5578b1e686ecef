namespace Redaction.Documents.Pdf;

/// <summary>A transformation of coordinates (ISO 32000-2 section 8.3.3).</summary>
internal readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
{
    public static Matrix Identity => new(1, 0, 0, 1, 0, 0);

    /// <summary>This one first, then the other.</summary>
    public Matrix Then(in Matrix o) => new(
        A * o.A + B * o.C, A * o.B + B * o.D, C * o.A + D * o.C, C * o.B + D * o.D, E * o.A + F * o.C + o.E, E * o.B + F * o.D + o.F);

    public (double X, double Y) Apply(double x, double y) => (A * x + C * y + E, B * x + D * y + F);

    /// <summary>The way back; null where there is none.</summary>
    public Matrix? Inverse()
    {
        var det = A * D - B * C;
        if (Math.Abs(det) < 1e-12 || !double.IsFinite(det)) return null;
        return new(D / det, -B / det, -C / det, A / det, (C * F - D * E) / det, (B * E - A * F) / det);
    }

    /// <summary>The six numbers of an array; the identity where they are not there.</summary>
    public static Matrix Of(PdfFile file, PdfObject value) =>
        file.Resolve(value) is PdfArray { Items: [var a, var b, var c, var d, var e, var f, ..] }
            ? new(file.Real(a, 1), file.Real(b, 0), file.Real(c, 0), file.Real(d, 1), file.Real(e, 0), file.Real(f, 0)) : Identity;
}
