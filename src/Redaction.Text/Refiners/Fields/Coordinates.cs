using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>A decimal number in a field that is called <c>lat</c> or <c>longitude</c>, or in a list of <c>coordinates</c> (RFC 7946):
/// where somebody is. The text detector wants a pair, which fields tear apart.</summary>
internal sealed class Coordinates : IFindingRefiner<TextSource, TextSpan>
{
    private const float Named = 0.9f;
    private const int FewestDecimals = 2, MostDecimals = 20;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_halves = new[]
    {
        "lat", "latitude", "lon", "lng", "long", "longitude", "breitengrad", "laengengrad", "längengrad", "latitud", "longitud",
        "latitudine", "longitudine", "breddegrad", "lengdegrad", "geolat", "geolon", "geolng", "gpslat", "gpslon", "latitudedegrees",
        "longitudedegrees",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_lists = new[]
    {
        "coordinates", "coords", "coordinate", "latlng", "latlon", "lnglat", "lonlat", "geopoint", "geo", "gps", "location",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <inheritdoc/>
    public string Id => "coordinates";

    /// <summary>True for fields whose numbers are halves of a coordinate.</summary>
    public static bool AreNamedBy(ReadOnlySpan<char> field)
    {
        var isList = field.EndsWith("[*]", StringComparison.Ordinal);
        while (field.EndsWith("[*]", StringComparison.Ordinal)) field = field[..^3];
        var name = field[(field.LastIndexOf('.') + 1)..];
        if (isList) return s_lists.Contains(name);
        return s_halves.Contains(name) || s_halves.Contains(name[(name.LastIndexOfAny(['_', '-', ' ', ':']) + 1)..]) || EndsInHalf(name);
    }

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (source.Context.Field is not { } field || !AreNamedBy(field)) return;
        var text = source.Text;
        var start = text.Length - text.TrimStart().Length;
        var value = text.Trim();
        if (IsDegrees(value)) findings.Add(new(EntityTypes.Gps, new(start, value.Length), Named, Id));
    }

    /// <summary>What an element or attribute says of its value: a coordinate where it is called for one and holds degrees
    /// (<c>lat="55.70471"</c> of GPX).</summary>
    public static FieldMeaning? MeaningOf(ReadOnlySpan<char> name, ReadOnlySpan<char> value) =>
        AreNamedBy(name) && IsDegrees(value.Trim()) ? new(EntityTypes.Gps, FieldKind.Code) : null;

    /// <summary><c>homeLat</c>, <c>homeLongitude</c>.</summary>
    private static bool EndsInHalf(ReadOnlySpan<char> name)
    {
        for (var i = name.Length - 1; i > 0; i--)
            if (char.IsUpper(name[i]) && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
                return s_halves.Contains(name[i..]);
        return false;
    }

    private static bool IsDegrees(ReadOnlySpan<char> value)
    {
        value = value.TrimStart("+-");
        var whole = value.IndexOf('.');
        if (whole is < 1 or > 3 || value[..whole].ContainsAnyExceptInRange('0', '9')) return false;
        var decimals = value[(whole + 1)..].TrimEnd("NSEWOnsewo°º ");
        if (decimals.Length is < FewestDecimals or > MostDecimals || decimals.ContainsAnyExceptInRange('0', '9')) return false;
        return int.Parse(value[..whole], System.Globalization.CultureInfo.InvariantCulture) <= 180;
    }
}
