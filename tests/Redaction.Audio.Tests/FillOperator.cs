namespace Redaction.Audio.Tests;

/// <summary>Stands for an operator of images, which calls only know by its id.</summary>
internal sealed class FillOperator : IOperator
{
    public string Id => "fill";

    public string Description => "Belongs to images.";
}
