namespace Redaction.Image;

/// <summary>A second judge of what is taken for a plate: whether it can be read as one.</summary>
/// <remarks>Implementations are pure and thread-safe.</remarks>
internal interface IPlateJudge
{
    /// <summary>Name and version, for audit records.</summary>
    string Id { get; }

    /// <summary>What is added to the logit of a plate's score.</summary>
    float Judge(ImageSource image, in SeenBox plate);
}
