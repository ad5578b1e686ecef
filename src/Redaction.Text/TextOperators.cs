using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>The built-in text operators.</summary>
public static class TextOperators
{
    /// <summary>Operators that need no key.</summary>
    public static ImmutableArray<ITextOperator> All { get; } = [new Erase(), new Label()];
}
