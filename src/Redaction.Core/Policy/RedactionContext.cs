namespace Redaction;

/// <summary>Who asks, for what purpose, in which data: what policy rules may match on besides the finding itself.</summary>
public sealed record RedactionContext
{
    /// <summary>A context in which nothing is known.</summary>
    public static RedactionContext Default { get; } = new();

    /// <summary>BCP 47 language tag of the content, such as <c>de-DE</c>.</summary>
    public string? Locale { get; init; }

    /// <summary>What the output is for, such as <c>epidemiology</c>.</summary>
    public string? Purpose { get; init; }

    /// <summary>JSON path (<c>$.messages[*].content</c>) or column name of the value.</summary>
    public string? Field { get; init; }

    /// <summary>Kind of data, such as <c>call-transcript</c>, <c>clinical-note</c>, <c>preference-pair</c>.</summary>
    public string? DataType { get; init; }

    /// <summary>Role of the reader that the output is made for.</summary>
    public string? Role { get; init; }

    /// <summary>Speaker label, where speech is concerned.</summary>
    public string? Speaker { get; init; }

    /// <summary>When in a recording it was said; null when nobody knows.</summary>
    public Extent? Seconds { get; init; }

    /// <summary>Where in an image it is seen; null when nobody knows.</summary>
    public Extent? Area { get; init; }

    /// <summary>What is being painted: <c>text</c>, <c>image</c> or <c>audio</c>.</summary>
    public string? Medium { get; init; }

    /// <summary>What stands around the text and is no part of it.</summary>
    internal Surroundings? Around { get; init; }

    /// <summary>Finds what is known to be in a picture from elsewhere, such as the header of a scan: a detector of text.</summary>
    internal object? Known { get; init; }
}
