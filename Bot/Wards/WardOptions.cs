namespace FeedbackBot.Wards;

/// <summary>One entry of the setting <c>Wards</c> as an operator wrote it.</summary>
public sealed class WardOptions
{
    public string? Id { get; set; }

    /// <summary>Shown to people; the id where it's missing.</summary>
    public string? Name { get; set; }

    public IList<string> Hashtags { get; } = [];

    public IList<string> Words { get; } = [];

    public IList<string> Fixers { get; } = [];

    /// <summary>Who hears first what deserves a boss here; the site's bosses, then the organisation's, where there are none.</summary>
    public IList<string> Bosses { get; } = [];

    /// <summary>The name of the site where it is; none in an organisation of one hospital.</summary>
    public string? Site { get; set; }

    /// <summary>Exactly one ward receives what names no ward.</summary>
    public bool FrontDesk { get; set; }
}
