namespace Redaction.Governance;

/// <summary>A value that is to be sealed.</summary>
/// <param name="Token">What stands for it.</param>
/// <param name="Type">Entity type.</param>
/// <param name="Identity">Keyed reference of the value.</param>
/// <param name="Region">Where it belongs; null for a text.</param>
/// <param name="Content">The value; cleared when it is written.</param>
internal sealed record PendingSeal(string Token, string Type, string Identity, SealedRegion? Region, byte[] Content)
{
    public override string ToString() => Token;
}
