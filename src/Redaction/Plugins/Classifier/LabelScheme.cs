namespace Redaction;

/// <summary>What a model's label says: <c>B-PER</c> begins a person, <c>I-PER</c> goes on with one, <c>O</c> is nothing.</summary>
/// <param name="Name">Without its mark; null: nothing.</param>
/// <param name="Begins">It does not go on with what stands before it.</param>
/// <param name="Ends">Nothing goes on with it.</param>
internal readonly record struct LabelScheme(string? Name, bool Begins, bool Ends)
{
    /// <summary>Reads a label of the IOB, IOB2, BIOES or BILOU schemes, or one without marks.</summary>
    public static LabelScheme Of(string label) => label switch
    {
        "O" or "" => default,
        [var mark and ('B' or 'I' or 'E' or 'L' or 'S' or 'U'), '-' or '_', .. var name] when name.Length > 0 =>
            new(name, mark is 'B' or 'S' or 'U', mark is 'E' or 'L' or 'S' or 'U'),
        _ => new(label, false, false),
    };
}
