namespace Redaction.Governance;

/// <summary>A place where an identity appears.</summary>
/// <param name="Dataset">Name of the data set.</param>
/// <param name="Source">The file in it, as its manifest names it.</param>
/// <param name="Line">1-based record number; 0 where there are no records.</param>
/// <param name="Type">Entity type.</param>
/// <param name="Identity">Keyed blind reference of the value.</param>
public readonly record struct SubjectSighting(string Dataset, string Source, long Line, string Type, string Identity);
