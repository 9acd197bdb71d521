using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace FeedbackBot.Tests.Deploy;

/// <summary>A copy of deploy/ that a test may change.</summary>
internal sealed class DeployFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("feedbackbot-deploy-");

    public DeployFolder()
    {
        foreach (var file in Directory.GetFiles(Source))
        {
            File.Copy(file, this[Path.GetFileName(file)]);
        }
    }

    /// <summary>deploy/ itself, beside Bot and Bot.Tests.</summary>
    public static string Source => Path.GetFullPath(Path.Combine(Here(), "..", "..", "deploy"));

    /// <summary>Where a file of it is.</summary>
    public string this[string name] => Path.Combine(_folder.FullName, name);

    /// <summary>Whether a name in the environment is a setting of the bot's contract (design.md, section 11).</summary>
    public static bool IsSetting(string name) => Contract.Any(setting => Regex.IsMatch(name.Replace("__", ":", StringComparison.Ordinal), $"^{setting}$"));

    public async Task ChangeAsync(string name, string from, string to)
    {
        var text = await File.ReadAllTextAsync(this[name]);
        Assert.Contains(from, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(this[name], text.Replace(from, to, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static readonly string[] Contract =
    [
        "ConnectionStrings:(Store|Redis)",
        @"Organisation:(Name|TimeZone|Country|QuietHours|Hashtags:\d+)",
        @"Wards:\d+:(Id|Name|Hashtags:\d+|Words:\d+|Fixers:\d+|Bosses:\d+|Site|FrontDesk)",
        @"Sites:\d+:(Name|Bosses:\d+)",
        @"People:((Bosses|Admins|Deputies):\d+|Lead)",
        "Escalations:(Enabled|NextMinutes|RepeatMinutes|MustNotWaitNextMinutes)",
        "X:(BearerToken|BaseUrl|LookupsPerDay|DailyBudget|PricePerPost|PricePerPerson)",
        "Health:Key",
        @"Teams:(AppId|TenantId|ClientSecret|CertificatePath|ManagedIdentityClientId|OpenIdMetadataUrl|LoginUrl|AllowedServiceUrls:\d+)",
        "Samples:Enabled",
    ];

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
