namespace FeedbackBot.Wards;

/// <summary>One entry of the setting <c>Sites</c> as an operator wrote it.</summary>
public sealed class SiteOptions
{
    /// <summary>As people say it; its wards name it by this.</summary>
    public string? Name { get; set; }

    public IList<string> Bosses { get; } = [];
}
