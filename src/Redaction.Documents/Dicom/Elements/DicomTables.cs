namespace Redaction.Documents.Dicom;

/// <summary>The tables of the folder <c>Tables</c>.</summary>
internal static class DicomTables
{
    /// <summary>The lines of a table, without those that begin with <c>#</c>.</summary>
    public static IEnumerable<string> Lines(string table)
    {
        using var stream = typeof(DicomTables).Assembly.GetManifestResourceStream($"dicom/{table}")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line;
    }
}
