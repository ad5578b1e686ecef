namespace Redaction.Image;

/// <summary>The quality setting whose quantisation steps are the file's own, or finer throughout.</summary>
internal static class JpegQuality
{
    // ITU-T T.81, annex K.1, in zigzag order.
    private static ReadOnlySpan<byte> Luma =>
    [
        16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51, 61, 60, 57, 51,
        56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87, 95, 98, 103, 104, 103, 62, 77, 113, 121, 112, 100, 120, 92, 101,
        103, 99,
    ];

    private static ReadOnlySpan<byte> Chroma =>
    [
        17, 18, 18, 24, 21, 24, 47, 26, 26, 47, 99, 66, 56, 66, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    ];

    /// <summary>The setting with exactly these steps; else the least of at least <paramref name="least"/> with none coarser.</summary>
    /// <param name="steps">Steps of each component, luma first; empty when they are not known.</param>
    /// <param name="least">The setting for files whose steps no setting has.</param>
    public static int For(ReadOnlySpan<ushort[]> steps, int least)
    {
        for (var quality = 1; quality <= 100 && !steps.IsEmpty; quality++)
            if (Fits(steps, quality, exactly: true)) return quality;
        for (var quality = least; quality < 100; quality++)
            if (Fits(steps, quality, exactly: false)) return quality;
        return 100;
    }

    private static bool Fits(ReadOnlySpan<ushort[]> steps, int quality, bool exactly)
    {
        var scale = quality < 50 ? 5000 / quality : 200 - quality * 2; // libjpeg's jpeg_quality_scaling
        for (var c = 0; c < steps.Length; c++)
        {
            var table = c == 0 ? Luma : Chroma;
            for (var i = 0; i < 64; i++)
            {
                var step = Math.Clamp((table[i] * scale + 50) / 100, 1, 255);
                if (exactly ? step != steps[c][i] : step > steps[c][i]) return false;
            }
        }
        return true;
    }
}
