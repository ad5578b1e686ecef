namespace Redaction;

/// <summary>A policy file says something that cannot be meant: names the file, the place and the valid choices.</summary>
public sealed class PolicyFileException : Exception
{
    /// <summary>Describes a mistake in a policy file.</summary>
    /// <param name="file">The file, as the caller named it.</param>
    /// <param name="line">1-based line; 0 when the file as a whole is meant.</param>
    /// <param name="column">1-based column; 0 when the file as a whole is meant.</param>
    /// <param name="problem">What is wrong, and what would be right.</param>
    public PolicyFileException(string file, long line, long column, string problem)
        : base(line > 0 ? $"{file}({line},{column}): {problem}" : $"{file}: {problem}")
    {
        File = file;
        Line = line;
        Column = column;
    }

    /// <summary>The file, as the caller named it.</summary>
    public string File { get; }

    /// <summary>1-based line; 0 when the file as a whole is meant.</summary>
    public long Line { get; }

    /// <summary>1-based column; 0 when the file as a whole is meant.</summary>
    public long Column { get; }
}
