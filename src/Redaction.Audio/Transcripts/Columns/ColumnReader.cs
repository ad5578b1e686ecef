namespace Redaction.Audio;

/// <summary>What the formats with columns share: comments, and a fault that names its line.</summary>
internal sealed class ColumnReader(byte[] content, string format)
{
    public TranscriptBuilder Builder { get; } = new(content);

    /// <summary>The lines that hold columns; comments (<c>;;</c>, <c>#</c>) are searched on their own.</summary>
    public IEnumerable<(ColumnLine Line, int Number)> Lines()
    {
        var number = 0;
        foreach (var line in CueLine.Split(content))
        {
            number++;
            var columns = new ColumnLine(content, line);
            if (columns.Count == 0) continue;
            if (content[line.Start] is (byte)';' or (byte)'#')
                Builder.AddLoose(Builder.Field(line.Start, line.Length, FieldEncoding.Plain), "$");
            else yield return (columns, number);
        }
    }

    /// <summary>Adds columns that name files, recordings or channels: searched on their own, as names of things where they are words for
    /// those with a number (<c>call1</c>).</summary>
    public void AddLoose(ColumnLine line, int first, int end)
    {
        for (var i = first; i < end && i < line.Count; i++)
            Builder.AddLoose(line.Field(Builder, i), "$", isName: RecordingName.IsCode(line[i]));
    }

    /// <summary>Adds a column whose words the format sets, such as the label of a segment.</summary>
    public void AddNames(ColumnLine line, int first, int end)
    {
        for (var i = first; i < end && i < line.Count; i++) Builder.AddLoose(line.Field(Builder, i), "$", isName: true);
    }

    /// <summary>Says that columns are times or marks of the format.</summary>
    public void AddStructure(ColumnLine line, int first, int end)
    {
        for (var i = first; i < end && i < line.Count; i++) Builder.AddStructure(line.At(i).Start, line.At(i).Length);
    }

    public RedactionException Malformed(int line) => new(ErrorCodes.Malformed, format, $"Line {line} cannot be read.");
}
