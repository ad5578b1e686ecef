using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>The built-in text operators.</summary>
public static class TextOperators
{
    /// <summary>Operators that need no key.</summary>
    public static ImmutableArray<ITextOperator> All { get; } = [new Erase(), new Label(), new Mask(), new Generalise()];

    /// <summary>Ids of the operators that need a key.</summary>
    public static ImmutableArray<string> Keyed { get; } = ["hash", "pseudonym", "shift-date", "encrypt", "fpe", "token"];

    /// <summary>What there is, those that need a key included; none of these is made for it.</summary>
    internal static ImmutableArray<OperatorDescription> Descriptions { get; } =
    [
        .. All.Select(OperatorDescription.Of),
        Hash.Described, Pseudonym.Described, ShiftDate.Described, Encrypt.Described, Fpe.Described, Token.Described,
    ];

    /// <summary>All operators, those that need a key included.</summary>
    /// <param name="key">The root key.</param>
    /// <param name="project">Pseudonyms of different projects cannot be linked.</param>
    public static ImmutableArray<ITextOperator> WithKey(RedactionKey key, string project = "") =>
        [.. All, new Hash(key, project), new Pseudonym(key, project), new ShiftDate(key, project), new Encrypt(key, project),
            new Fpe(key, project)];
}
