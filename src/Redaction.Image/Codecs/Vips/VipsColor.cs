namespace Redaction.Image;

/// <summary>Brings what a file stores (grey, palette, CMYK, Lab, 16 bits, wide gamut) to 8-bit RGB or RGBA.</summary>
internal static class VipsColor
{
    public const string ProfileField = "icc-profile-data";
    private const int Cmyk = 15; // VIPS_INTERPRETATION_CMYK

    /// <summary>True when the pixels stay in the file's own RGB space and its profile is written again.</summary>
    public static bool KeepsProfile(VipsImage image, ImageFileOptions options) =>
        options.Keep.Contains("icc") && image.Has(ProfileField) && image.Bands >= 3 && image.Interpretation != Cmyk;

    /// <summary>True when no conversion between colour spaces changes what the file stores.</summary>
    public static bool LeavesNumbers(VipsImage image, ImageFileOptions options) =>
        image.Blob(ProfileField) is var profile && (profile.IsEmpty || KeepsProfile(image, options) || IsSrgb(profile));

    public static VipsImage ToRgb(VipsImage image, ImageFileOptions options)
    {
        using var shown = WidePixels.Shown(image);
        using var managed = shown ?? Managed(image, options);
        using var rgb = Apply("colourspace", managed, "space", "srgb");
        using var bytes = Apply("cast", rgb, "format", "uchar");
        if (bytes.Bands is 3 or 4) return Apply("copy", bytes, "interpretation", "srgb");
        if (bytes.Bands < 3) throw new VipsFailure();
        using var extract = new VipsOperation("extract_band"); // further channels, such as spot colours, have no place in the output
        return extract.With("in", bytes).With("band", 0).With("n", bytes.HasAlpha ? 4 : 3).Image();
    }

    private static VipsImage Managed(VipsImage image, ImageFileOptions options)
    {
        var profile = image.Blob(ProfileField);
        if (profile.IsEmpty || KeepsProfile(image, options) || IsSrgb(profile)) return Apply("copy", image);
        try
        {
            using var transform = new VipsOperation("icc_transform");
            return transform.With("in", image).With("output-profile", "srgb").With("embedded", "true")
                .With("input-profile", image.Interpretation == Cmyk ? "cmyk" : "srgb").With("intent", "relative").With("depth", 8).Image();
        }
        catch (VipsFailure)
        {
            return Apply("copy", image); // the profile does not fit the image: the numbers are taken as they are
        }
    }

    private static VipsImage Apply(string operation, VipsImage image, string? argument = null, string? value = null)
    {
        using var call = new VipsOperation(operation);
        call.With("in", image);
        if (argument is not null) call.With(argument, value!);
        return call.Image();
    }

    /// <summary>sRGB profiles need no conversion, which would only add rounding.</summary>
    private static bool IsSrgb(ReadOnlySpan<byte> profile) =>
        profile.IndexOf("sRGB IEC61966"u8) >= 0;
}
