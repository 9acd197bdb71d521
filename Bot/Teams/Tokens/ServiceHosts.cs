using System.Net;

namespace FeedbackBot.Teams.Tokens;

/// <summary>Whom the bot speaks with: tokens and cards go to these hosts, and activities that name another service are refused.</summary>
public sealed class ServiceHosts
{
    public const string Teams = "https://smba.trafficmanager.net";

    /// <summary>Microsoft's own, for its public and its government clouds (facts-teams.md, Messages; DoD: Microsoft's guide to bots in government clouds).</summary>
    private static readonly string[] Microsofts =
    [
        Teams,
        "https://smba.infra.gcc.teams.microsoft.com",
        "https://smba.infra.gov.teams.microsoft.us",
        "https://smba.infra.dod.teams.microsoft.us",
    ];

    private readonly HashSet<string>? _origins;

    private ServiceHosts(IEnumerable<string>? origins) => _origins = origins?.ToHashSet(StringComparer.Ordinal);

    /// <summary>What an operator is told when a host isn't one of them.</summary>
    public string Cure => _origins is null
        ? "local mode speaks with loopback addresses only"
        : "it isn't one of Teams' hosts; if it is Teams' all the same, add it to Teams:AllowedServiceUrls";

    /// <summary>In local mode nothing is signed, so answers go to this machine and nowhere else.</summary>
    public static ServiceHosts Loopback { get; } = new(null);

    /// <param name="options">Without faults.</param>
    public static ServiceHosts Of(TeamsOptions options) => options.IsLocal
        ? Loopback
        : new(Microsofts.Concat(options.AllowedServiceUrls.Where(u => !IsAnybodys(new Uri(u)))).Select(u => Origin(new Uri(u))));

    /// <summary>Anyone can have a name under trafficmanager.net; one of them is Teams.</summary>
    public static bool IsAnybodys(Uri url) =>
        ("." + url.IdnHost.TrimEnd('.')).EndsWith(".trafficmanager.net", StringComparison.OrdinalIgnoreCase) && Origin(url) != Teams;

    /// <summary>Scheme, host and port must be the same; only the path is the tenant's own.</summary>
    public bool Allows(Uri url) => url.IsAbsoluteUri && url.UserInfo.Length == 0 && (_origins is null ? IsLoopback(url) : _origins.Contains(Origin(url)));

    /// <summary>A name such as evil.localhost may lead elsewhere, and one from somebody else's DNS here.</summary>
    public static bool IsLoopback(string host) => host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsLoopback(Uri url) => url.Scheme is "http" or "https" && IsLoopback(url.Host);

    private static string Origin(Uri url) => url.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped).ToLowerInvariant();
}
