namespace Redaction.Documents.Pdf;

/// <summary>What goes from the text that lies over an image goes from the image too, and the other way round: a scan with the text that
/// was read in it is such a page.</summary>
internal sealed class ImageOverlay(PdfPictures pictures, PdfRemovals removals)
{
    private const double Covered = 0.3;

    public void Match(PdfContents.Shown page, IReadOnlyList<PlacedImage> images)
    {
        foreach (var image in images)
        {
            foreach (var box in pictures.Find(image.Number, page.Page, page.Path))
            {
                var area = PageBox.Of(image.At, box.Left, box.Bottom, box.Right, box.Top);
                foreach (var glyph in page.Glyphs)
                    if (IsCovered(glyph.Corners, area)) removals.Add(glyph.Stream == 0 ? page.Stream : glyph.Stream, glyph.Index);
            }
        }
        foreach (var image in images)
        {
            if (image.At.Inverse() is not { } back) continue;
            var area = PageBox.Of(image.At);
            foreach (var glyph in page.Glyphs)
            {
                if (!glyph.Corners.Overlaps(area) || !removals.Has(glyph.Stream == 0 ? page.Stream : glyph.Stream, glyph.Index)) continue;
                var c = glyph.Corners;
                pictures.Paint(image.Number, PageBox.Around(
                    [back.Apply(c.Left, c.Bottom), back.Apply(c.Left, c.Top), back.Apply(c.Right, c.Top), back.Apply(c.Right, c.Bottom)]));
            }
        }
    }

    private static bool IsCovered(in PageBox glyph, in PageBox area)
    {
        var width = Math.Min(glyph.Right, area.Right) - Math.Max(glyph.Left, area.Left);
        var height = Math.Min(glyph.Top, area.Top) - Math.Max(glyph.Bottom, area.Bottom);
        var whole = (glyph.Right - glyph.Left) * (glyph.Top - glyph.Bottom);
        return width > 0 && height > 0 && width * height > Covered * whole;
    }
}
