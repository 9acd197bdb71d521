using System.Text.Json.Nodes;

namespace FeedbackBot.Tests.Deploy;

/// <summary>What deploy/ would make on Azure, as far as that can be known without Azure.</summary>
public sealed class BicepTests
{
    private static readonly Dictionary<string, string> Environment = new()
    {
        ["REGISTRY"] = "oswins",
        ["TAG"] = "1.2.3",
        ["POSTGRES_PASSWORD"] = "Not-a-real-password-1",
        ["X_BEARER_TOKEN"] = "not-a-real-token",
        ["CLIENT_SECRET"] = "not-a-real-secret",
    };

    /// <summary>Each worked out once: the compiler takes a second or two.</summary>
    private static readonly Lazy<Task<IReadOnlyList<JsonObject>>> WithIdentity = new(WithIdentityAsync);

    private static readonly Lazy<Task<IReadOnlyList<JsonObject>>> WithRegistration = new(WithRegistrationAsync);

    [BicepFact]
    public async Task Azures_compiler_has_nothing_against_it()
    {
        using var folder = new DeployFolder();

        Assert.Equal("", await Bicep.FaultsAsync(folder["main.bicep"]));
    }

    [BicepFact]
    public async Task A_property_that_Azure_does_not_know_is_found_out()
    {
        using var folder = new DeployFolder();
        await folder.ChangeAsync("host.bicep", "minReplicas:", "leastReplicas:");

        Assert.Contains("leastReplicas", await Bicep.FaultsAsync(folder["main.bicep"]), StringComparison.Ordinal);
    }

    [BicepFact]
    public async Task What_the_bot_is_told_are_settings_it_has_and_no_secret_is_told_openly()
    {
        foreach (var resources in new[] { await WithIdentity.Value, await WithRegistration.Value })
        {
            var told = Told(resources);

            Assert.All(told.Keys.Where(k => k != "SETTINGS_MARK"), name => Assert.True(DeployFolder.IsSetting(name), $"{name} is no setting."));
            Assert.Contains("Teams__TenantId", told.Keys);
            foreach (var secret in told.Where(t => t.Key.Contains("Secret", StringComparison.Ordinal) || t.Key is "ConnectionStrings__Store" or "X__BearerToken"))
            {
                Assert.False(secret.Value.ContainsKey("value"), $"{secret.Key} is told openly.");
                Assert.Contains(Secrets(resources), s => (string)s["name"]! == (string)secret.Value["secretRef"]! && s.ContainsKey("keyVaultUrl"));
            }
        }
    }

    [BicepFact]
    public async Task The_bot_proves_itself_in_exactly_one_way()
    {
        string[] ways = ["Teams__ClientSecret", "Teams__CertificatePath", "Teams__ManagedIdentityClientId"];

        Assert.Equal(["Teams__ManagedIdentityClientId"], Told(await WithIdentity.Value).Keys.Intersect(ways));
        Assert.Equal(["Teams__ClientSecret"], Told(await WithRegistration.Value).Keys.Intersect(ways));
    }

    [BicepFact]
    public async Task Teams_finds_the_bot_at_its_route_under_the_identity_it_proves()
    {
        var managed = Only(await WithIdentity.Value, "Microsoft.BotService/botServices")["properties"]!;
        var registered = Only(await WithRegistration.Value, "Microsoft.BotService/botServices")["properties"]!;

        Assert.Equal("UserAssignedMSI", (string)managed["msaAppType"]!);
        Assert.Equal("SingleTenant", (string)registered["msaAppType"]!);
        Assert.Equal(Manifest.Package.AppId, (string)registered["msaAppId"]!);
        Assert.Contains("https://{0}/api/messages", (string)managed["endpoint"]!, StringComparison.Ordinal);
        Assert.Equal("MsTeamsChannel", (string)Only(await WithIdentity.Value, "Microsoft.BotService/botServices/channels")["properties"]!["channelName"]!);
    }

    [BicepFact]
    public async Task One_instance_always_runs_and_is_asked_how_it_is_at_the_bots_own_routes()
    {
        var template = Template(await WithIdentity.Value);
        var probes = template["containers"]![0]!["probes"]!.AsArray().ToDictionary(p => (string)p!["type"]!, p => (string)p!["httpGet"]!["path"]!);

        Assert.True((int)template["scale"]!["minReplicas"]! >= 1);
        Assert.Equal(
            new Dictionary<string, string> { ["Startup"] = "/health/live", ["Liveness"] = "/health/live", ["Readiness"] = "/health/ready" },
            probes);
    }

    [BicepFact]
    public async Task The_settings_file_lies_where_the_image_reads_it()
    {
        var resources = await WithIdentity.Value;
        var template = Template(resources);
        var file = template["volumes"]![0]!["secrets"]![0]!;
        var mount = (string)template["containers"]![0]!["volumeMounts"]![0]!["mountPath"]!;

        Assert.Equal("appsettings.json", (string)file["path"]!);
        Assert.Contains($"ASPNETCORE_CONTENTROOT={mount} ", await File.ReadAllTextAsync(Path.Combine(DeployFolder.Source, "Dockerfile")), StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(DeployFolder.Source, "settings.json"))),
            JsonNode.Parse((string)Secrets(resources).Single(s => (string)s["name"]! == (string)file["secretRef"]!)["value"]!)));
    }

    [BicepFact]
    public async Task The_database_has_no_address_on_the_internet()
    {
        var network = Only(await WithIdentity.Value, "Microsoft.DBforPostgreSQL/flexibleServers")["properties"]!["network"]!.AsObject();

        Assert.True(network.ContainsKey("delegatedSubnetResourceId"));
        Assert.True(network.ContainsKey("privateDnsZoneArmResourceId"));
    }

    private static async Task<IReadOnlyList<JsonObject>> WithIdentityAsync()
    {
        using var folder = new DeployFolder();
        return await Bicep.ResourcesAsync(folder["main.bicepparam"], Environment);
    }

    private static async Task<IReadOnlyList<JsonObject>> WithRegistrationAsync()
    {
        using var folder = new DeployFolder();
        await folder.ChangeAsync("main.bicepparam", "// param appId = '…'", $"param appId = '{Manifest.Package.AppId}'");
        await folder.ChangeAsync("main.bicepparam", "// param clientSecret", "param clientSecret");
        return await Bicep.ResourcesAsync(folder["main.bicepparam"], Environment);
    }

    private static JsonObject Only(IReadOnlyList<JsonObject> resources, string type) => resources.Single(r => (string)r["type"]! == type);

    private static JsonNode Template(IReadOnlyList<JsonObject> resources) => Only(resources, "Microsoft.App/containerApps")["properties"]!["template"]!;

    private static IEnumerable<JsonObject> Secrets(IReadOnlyList<JsonObject> resources) =>
        Only(resources, "Microsoft.App/containerApps")["properties"]!["configuration"]!["secrets"]!.AsArray().Select(s => s!.AsObject());

    /// <summary>The container's environment by name.</summary>
    private static Dictionary<string, JsonObject> Told(IReadOnlyList<JsonObject> resources) =>
        Template(resources)["containers"]![0]!["env"]!.AsArray().ToDictionary(e => (string)e!["name"]!, e => e!.AsObject());
}
