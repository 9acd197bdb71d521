using System.Diagnostics;

namespace FeedbackBot.Teams;

/// <summary>The setting <c>Teams</c> as an operator wrote it, not yet checked. Without an app id the bot is in local mode.</summary>
public sealed class TeamsOptions
{
    public const string Section = "Teams";

    /// <summary>The bot's app registration (client id) in Entra.</summary>
    public string? AppId { get; set; }

    /// <summary>The one organisation that this deployment serves.</summary>
    public string? TenantId { get; set; }

    /// <summary>A secret: nothing prints it.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ClientSecret { get; set; }

    /// <summary>A PFX without a password or a PEM file, with its private key in it.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>The client id of a user-assigned managed identity.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>Where Microsoft publishes the keys that sign what Teams sends; another one is for tests and sovereign clouds.</summary>
    public string OpenIdMetadataUrl { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Where Microsoft gives out tokens; another one is for tests and sovereign clouds.</summary>
    public string LoginUrl { get; set; } = "https://login.microsoftonline.com";

    /// <summary>Service URLs that may be spoken with beside Teams' own.</summary>
    public IList<string> AllowedServiceUrls { get; } = [];

    public bool IsLocal => string.IsNullOrWhiteSpace(AppId);

    /// <exception cref="InvalidOperationException">A setting can't be read at all; the message names it.</exception>
    public static TeamsOptions Of(IConfiguration configuration) => configuration.Read<TeamsOptions>(Section);

    public override string ToString() => IsLocal ? "Teams on this machine" : $"Teams as {AppId} in {TenantId}";
}
