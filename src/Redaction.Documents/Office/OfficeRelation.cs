namespace Redaction.Documents.Office;

/// <summary>A relationship of a part, or of the package, to something.</summary>
/// <param name="Id">How the part names it.</param>
/// <param name="Type">What it is for: a URI.</param>
/// <param name="Target">The name of a part, or an address outside of the package as it stands.</param>
/// <param name="Written">The target as it stands.</param>
/// <param name="IsExternal">True when the target is outside.</param>
internal sealed record OfficeRelation(string Id, string Type, string Target, string Written, bool IsExternal);
