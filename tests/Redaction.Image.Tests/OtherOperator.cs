namespace Redaction.Image.Tests;

/// <summary>Stands for an operator of another medium, which images only know by its id.</summary>
internal sealed class OtherOperator(string id) : IOperator
{
    public string Id => id;

    public string Description => "Belongs to another medium.";
}
