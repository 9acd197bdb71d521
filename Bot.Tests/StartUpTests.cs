using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace FeedbackBot.Tests;

/// <summary>Settings with faults: the program says all of them at once, each with its cure, and stops with 1.</summary>
public sealed class StartUpTests : IDisposable
{
    private const string Heading = "FeedbackBot can't start.";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("feedbackbot-");

    public static TheoryData<string[], string> Faults => new()
    {
        { ["--Wards:0:Id="], "Wards:0:Id is missing (its name is 'Front desk'). Give the ward a short id of its own that never changes." },
        { ["--Wards:1:Id=desk"], "Wards:0:Id and Wards:1:Id are both 'desk'. Give each ward an id of its own." },
        { ["--Wards:2:Hashtags:0=#oswinward7"], "Wards:1:Hashtags:0 and Wards:2:Hashtags:0 are both 'OswinWard7'. A hashtag can lead to one place only: change or remove the others." },
        { ["--Wards:1:Hashtags:0=ward 7!"], "Wards:1:Hashtags:0 is 'ward 7!', which X doesn't take as a hashtag. Use letters, digits and underscores, and not digits alone." },
        { ["--People:Admins:0="], "People:Admins:0 is empty. Copy the Object ID from the person's page in Entra, or remove the entry." },
        { ["--Wards:0:FrontDesk=false"], "No ward is the front desk, so a post that names no ward would have nowhere to go. Set Wards:N:FrontDesk to true for one ward." },
        { ["--Wards:1:FrontDesk=true"], "Wards:0:FrontDesk and Wards:1:FrontDesk are both true. Leave it true for one ward only." },
        { ["--Organisation:TimeZone=Mars/Olympus"], "Organisation:TimeZone is 'Mars/Olympus', which this machine doesn't know. Use an IANA name such as Europe/London." },
        { ["--urls=http://0.0.0.0:0"], "The address 'http://0.0.0.0:0' can be reached from other machines, and local mode signs nobody in." },
        { ["--http_ports=8080", "--urls="], "The address 'http://*:8080' can be reached from other machines, and local mode signs nobody in." },
        { ["--Teams:AppId=11111111-2222-4333-8444-555555555555", "--Teams:ClientSecret=hunter2"], "Teams:TenantId is missing. Set it to the directory (tenant) id of your organisation: the bot serves that one only." },
        { ["--X:BaseUrl=api.x.com"], "X:BaseUrl is 'api.x.com', which isn't an absolute http or https URL. Use https://api.x.com, or leave it out." },
        { ["--Samples:Enabled=", "--Teams:AppId=11111111-2222-4333-8444-555555555555", "--Teams:TenantId=11111111-2222-4333-8444-555555555556", "--Teams:ClientSecret=hunter2"], "X:BearerToken isn't set, so no post would arrive. Set it to the app-only bearer token" },
        { ["--Samples:Interval=00:00:00"], "Samples:Interval is 00:00:00. Use a time over zero and up to one day, such as 00:00:08." },
        { ["--Samples:Interval=soon"], "Failed to convert configuration value 'soon' at 'Samples:Interval' to type 'System.TimeSpan'. Correct the value, or leave the setting out." },
        { ["--Patterns:Hours:Food=off"], "Patterns:Hours:Food is 'off'. Use hours from 0 (no patterns) to 2160." },
        { ["--Wards:1:Words=ward 7"], "Wards:1:Words is 'ward 7', and a list is meant. Set Wards:1:Words:0 to it." },
        { ["--Wards:1:Hashtag:0=#Seven"], "Wards:1:Hashtag is no setting. Use Id, Name, Site, FrontDesk, Hashtags:0, Words:0, Fixers:0, Bosses:0, or remove it." },
        { ["--Wards:1:Fixers:0:Id=fiona"], "Wards:1:Fixers:0 is a group of settings, and one value is meant. Set Wards:1:Fixers:0 itself." },
        { ["--Wards=ward7"], "Wards is 'ward7', and a list is meant. Set Wards:0:Name to it." },
        { ["--People:Admins=adil"], "People:Admins is 'adil', and a list is meant. Set People:Admins:0 to it." },
        { ["--People:Deputy:0=dan"], "People:Deputy is no setting. Use Lead, Bosses:0, Admins:0, Deputies:0, or remove it." },
        { ["--Patterns:Hours=24"], "Patterns:Hours is '24', and a value for each of its keys is meant. Set Patterns:Hours:KEY to it, once for each." },
        { ["--Escalations:Enable=true"], "Escalations:Enable is no setting. Use Enabled, NextMinutes, RepeatMinutes, MustNotWaitNextMinutes, or remove it." },
        { ["--X:DailyBuget=5"], "X:DailyBuget is no setting. Use BearerToken, BaseUrl, LookupsPerDay, DailyBudget, PricePerPost, PricePerPerson, or remove it." },
        { ["--Teams:AllowedServiceUrls=https://gcc.example"], "Teams:AllowedServiceUrls is 'https://gcc.example', and a list is meant. Set Teams:AllowedServiceUrls:0 to it." },
        { ["--Organisation:Country=UK"], "Organisation:Country is 'UK', and ISO 3166, by which X says where a post is withheld, has GB. Use GB." },
        { ["--LocalTeams:Unlimited=yes"], "LocalTeams:Unlimited is 'yes'. Use true or false, or leave it out." },
        { ["--Wards:1:FrontDesk=perhaps"], "Failed to convert configuration value 'perhaps' at 'Wards:1:FrontDesk' to type 'System.Boolean'. Correct the value, or leave the setting out." },
        { ["--ConnectionStrings:Store=Data Source=/dev/null/feedback.db"], "Check ConnectionStrings:Store, that the place exists and that this program may write there." },
        { ["--ConnectionStrings:Store=Colour=blue"], "ConnectionStrings:Store can't be read:" },
        { ["--ConnectionStrings:Store=Host=127.0.0.1;Port=1;Database=none;Username=nobody;Password=hunter2;Timeout=2"], "Check ConnectionStrings:Store" },
    };

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_named_with_its_cure(string[] settings, string message)
    {
        var (code, error) = await Start(settings);

        Assert.Equal(1, code);
        Assert.StartsWith(Heading, error, StringComparison.Ordinal);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Equal(2, error.Trim().Split('\n').Length);
        Assert.DoesNotContain("hunter2", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    /// <summary>Each mode has a fault that the other can't have: addresses in local mode, ids in a real tenant.</summary>
    [Theory]
    [InlineData("--urls=http://0.0.0.0:0", "http://0.0.0.0:0")]
    [InlineData("--Teams:AppId=x", "Teams:AppId is 'x'", "Teams:TenantId is missing", "nothing to prove it with")]
    public async Task Several_faults_are_named_in_one_message(string setting, params string[] faults)
    {
        var (code, error) = await Start(
            "--Wards:0:Id=", "--Wards:0:FrontDesk=false", "--Organisation:TimeZone=Mars/Olympus", "--X:BaseUrl=api.x.com", "--Samples:Interval=soon", setting);

        Assert.Equal(1, code);
        var lines = error.Trim().Split('\n');
        Assert.Equal((6 + faults.Length, Heading), (lines.Length, lines[0].Trim()));
        Assert.All(
            ["Wards:0:Id", "No ward is the front desk", "Organisation:TimeZone", "X:BaseUrl", "Samples:Interval", .. faults],
            fault => Assert.Contains(fault, error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://{taken.LocalEndpoint}";

        var (code, error) = await Start($"--urls={url}");

        Assert.Equal(1, code);
        Assert.Contains(url, error, StringComparison.Ordinal);
        Assert.StartsWith(Heading, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_settings_file_that_is_no_JSON_is_named_with_the_place_of_the_slip()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "appsettings.json"), """{ "Organisation": { "Name": "St Oswin's" "Country": "GB" } }""");

        var (code, error) = await Start();

        Assert.Equal(1, code);
        Assert.StartsWith(Heading, error, StringComparison.Ordinal);
        Assert.Contains("appsettings.json", error, StringComparison.Ordinal);
        Assert.Contains("LineNumber: 0", error, StringComparison.Ordinal);
        Assert.EndsWith("Correct the file.", error.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Error)> Start(params string[] settings)
    {
        var all = TestHospital.Settings();
        all["urls"] = "http://127.0.0.1:0";
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. all.Select(s => $"--{s.Key}={s.Value}"), .. settings])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment.Remove("ASPNETCORE_URLS");
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        using var bot = Process.Start(start)!;
        var output = bot.StandardOutput.ReadToEndAsync();
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
            var error = await bot.StandardError.ReadToEndAsync(patience.Token);
            await bot.WaitForExitAsync(patience.Token);
            await output;
            return (bot.ExitCode, error);
        }
        finally
        {
            if (!bot.HasExited)
            {
                bot.Kill();
            }
        }
    }
}
