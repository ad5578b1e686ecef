using System.Buffers;
using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>Writes a mask character in place of each letter and digit, keeping the length.</summary>
public sealed class Mask : ITextOperator
{
    private char _character = '*';
    private int _keepFirst;
    private int _keepLast;
    private bool _keepSeparators = true;

    /// <inheritdoc/>
    public string Id => "mask";

    /// <inheritdoc/>
    public string Description => "Replaces each letter and digit by a character and keeps the length.";

    /// <inheritdoc/>
    public ImmutableArray<OperatorOption> Options { get; } =
    [
        new("character", "character", "*", "What is written in place of a letter or digit; itself no letter or digit."),
        new("keepFirst", "integer", "0", "Letters and digits left readable at the front."),
        new("keepLast", "integer", "0", "Letters and digits left readable at the back."),
        new("keepSeparators", "boolean", "true", "Whether spaces, hyphens and other signs stay."),
    ];

    /// <inheritdoc/>
    public ITextOperator Configure(OperatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.EnsureOnly(this);
        var character = options.Text("character", "*");
        if (character.Length != 1 || char.IsLetterOrDigit(character[0]) || char.IsSurrogate(character[0]) || char.IsControl(character[0]))
            throw new ArgumentException("Option 'character' must be one sign that is no letter, digit or control character.");
        return new Mask
        {
            _character = character[0],
            _keepFirst = options.Integer("keepFirst", 0, 0, 64),
            _keepLast = options.Integer("keepLast", 0, 0, 64),
            _keepSeparators = options.Boolean("keepSeparators", true),
        };
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<char> original, in PlannedRedaction<TextSpan> item, IBufferWriter<char> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var signs = 0;
        foreach (var c in original)
            if (IsMasked(c)) signs++;
        var target = output.GetSpan(original.Length);
        var seen = 0;
        // A value that would be left readable whole is masked whole: a short value must not slip through.
        var (first, last) = _keepFirst + _keepLast < signs ? (_keepFirst, _keepLast) : (0, 0);
        for (var i = 0; i < original.Length; i++)
        {
            var masked = IsMasked(original[i]);
            if (masked) seen++;
            var keep = masked ? seen <= first || seen > signs - last : _keepSeparators;
            target[i] = keep ? original[i] : _character;
        }
        output.Advance(original.Length);
    }

    private static bool IsMasked(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);
}
