using System.Text.Json;

namespace Redaction.Text;

/// <summary>A value of a record and where its token stands.</summary>
/// <param name="kind">What it is.</param>
/// <param name="name">The property that it is the value of; null in lists.</param>
/// <param name="token">Number of the token in the record.</param>
/// <param name="raw">The bytes of the token; of objects and lists, their first.</param>
/// <param name="parent">The object or list around it.</param>
internal sealed class RecordNode(JsonTokenType kind, string? name, int token, Range raw, RecordNode? parent)
{
    public JsonTokenType Kind => kind;

    public string? Name => name;

    public int Token => token;

    public Range Raw => raw;

    public RecordNode? Parent => parent;

    /// <summary>Members and elements.</summary>
    public List<RecordNode> Children { get; } = [];

    /// <summary>The name of the nearest property that it lies in.</summary>
    public string? NearestName => Name ?? Parent?.NearestName;

    public bool IsText => Kind == JsonTokenType.String;

    public bool IsObject => Kind == JsonTokenType.StartObject;

    public bool IsList => Kind == JsonTokenType.StartArray;

    public override string ToString() => $"RecordNode({Kind}, {Token})";
}
