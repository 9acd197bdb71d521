namespace FeedbackBot.Wards;

/// <summary>The settings <c>Organisation</c>, <c>Sites</c>, <c>Wards</c> and <c>People</c> as an operator wrote them, not yet checked.</summary>
public sealed class OrganisationOptions
{
    public string? Name { get; set; }

    /// <summary>The hospitals this was made for are English ones.</summary>
    public string TimeZone { get; set; } = "Europe/London";

    /// <summary>"22:00-07:00": when only what must not wait makes a phone ring. Off, since a new hospital's first night should show everything.</summary>
    public string QuietHours { get; set; } = "off";

    /// <summary>Where it stands: what mustn't be shown there isn't. Its ISO 3166 code.</summary>
    public string Country { get; set; } = "GB";

    public IList<string> Hashtags { get; } = [];

    public IList<WardOptions> Wards { get; } = [];

    /// <summary>Most organisations are one hospital and have none.</summary>
    public IList<SiteOptions> Sites { get; } = [];

    public IList<string> Bosses { get; } = [];

    public IList<string> Admins { get; } = [];

    /// <summary>Who is told at once what must not wait: the safeguarding lead. Without one, the bosses are.</summary>
    public string? Lead { get; set; }

    /// <summary>Told when the lead doesn't answer; they may close what the lead may close.</summary>
    public IList<string> Deputies { get; } = [];

    /// <summary>No setting of its own: with <c>Teams:AppId</c> people's ids are Entra's, in local mode whatever one likes.</summary>
    public bool IsInTenant { get; set; }
}
