using System.Collections.Immutable;

namespace Redaction.Image;

/// <summary>Reads what was written again and runs every detector on it; releases it only when nothing is found outside the masks.</summary>
internal sealed class ResidueSearch(ImageRedactor redactor, IImageCodec codec, ImageFileOptions options)
{
    private const int MaxRounds = 3;
    private const double MaskShare = 0.5; // a finding of which half is mask is the mask itself: a pixelated face still looks like one

    /// <exception cref="RedactionException">Something is still found (<see cref="ErrorCodes.Residue"/>).</exception>
    public void Write(
        DecodedImage image, List<PixelBox>[] painted, Stream output,
        RedactionContext? context, RedactionObserver observer, CancellationToken cancellationToken)
    {
        for (var round = 1; ; round++)
        {
            using var file = new MemoryStream();
            codec.Encode(image, file, options);
            var found = false;
            var again = codec.Decode(file.GetBuffer().AsMemory(0, (int)file.Length), image.Format, options);
            for (var page = 0; page < image.Pages; page++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var plan = redactor.Plan(again.Page(page).AsSource(context));
                ImmutableArray<PlannedRedaction<PixelBox>> left = [.. plan.Items.Where(i => IsLeft(i.Finding.Region, painted[page]))];
                if (left.IsEmpty) continue;
                found = true;
                if (options.Residue == ResidueCheck.Fail || round == MaxRounds)
                    throw new RedactionException(ErrorCodes.Residue, "image",
                        "Detectors still find something in the output; residue: mask would mask it too.");
                var more = new RedactionPlan<PixelBox>(plan.PolicyId, left, 0);
                redactor.Paint(image.Page(page), more);
                painted[page].AddRange(redactor.Reach(more));
                observer.OnPlan(new DocumentPlace(Page: page), more, []);
            }
            if (found)
            {
                image.Painted = [.. painted[0]];
                continue;
            }
            file.WriteTo(output);
            return;
        }
    }

    public static bool IsLeft(PixelBox region, IReadOnlyCollection<PixelBox> painted)
    {
        double covered = 0;
        foreach (var box in region.Boxes)
            foreach (var p in painted)
                if (PixelBox.FromBounds(Math.Max(p.X, box.X), Math.Max(p.Y, box.Y), Math.Min(p.Right, box.Right),
                    Math.Min(p.Bottom, box.Bottom)) is { IsEmpty: false } both)
                    covered += (double)both.Width * both.Height;
        return covered < MaskShare * region.Area;
    }
}
