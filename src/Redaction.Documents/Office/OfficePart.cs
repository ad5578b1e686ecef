using System.IO.Compression;

namespace Redaction.Documents.Office;

/// <summary>A part of a package (ISO/IEC 29500-2).</summary>
internal sealed class OfficePart(ZipArchiveEntry entry, string mediaType)
{
    private readonly HashSet<string> _droppedIds = new(StringComparer.Ordinal);

    /// <summary>Its name, without the slash at its front.</summary>
    public string Name => entry.FullName;

    /// <summary>Where its content is.</summary>
    public ZipArchiveEntry Entry => entry;

    /// <summary>Its media type, lower case, without parameters.</summary>
    public string MediaType { get; set; } = mediaType;

    /// <summary>What is done with it.</summary>
    public OfficePartKind Kind { get; set; }

    /// <summary>What the ledger calls it when it is not searched.</summary>
    public string Leftover { get; set; } = "part";

    /// <summary>Its name in the output.</summary>
    public string NewName { get; set; } = entry.FullName;

    /// <summary>Its media type in the output where that is another one.</summary>
    public string? NewMediaType { get; set; }

    /// <summary>True when its texts are planned once, when it is written.</summary>
    public bool IsPlannedOnce { get; set; }

    /// <summary>True when it is not written.</summary>
    public bool IsGone { get; set; }

    /// <summary>Ids of relationships of this part that are not written.</summary>
    public HashSet<string> DroppedIds => _droppedIds;

    /// <summary>True for a table of relationships that holds more than those: it is written anew.</summary>
    public bool IsOdd { get; set; }

    /// <summary>True for XML whose names are not those of the standard.</summary>
    public bool IsCustom { get; set; }
}
