namespace FeedbackBot.Tests.Deploy;

/// <summary>A test with Azure's compiler: on a laptop without one it's left out and says so, in CI it fails.</summary>
public sealed class BicepFactAttribute : FactAttribute
{
    public BicepFactAttribute() => Skip = Bicep.WhyNot;
}
