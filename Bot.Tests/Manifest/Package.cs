using System.IO.Compression;
using System.Text.Json.Nodes;

namespace FeedbackBot.Tests.Manifest;

/// <summary>An app package built by manifest/build.mjs in a folder of its own.</summary>
internal sealed class Package : IDisposable
{
    public const string AppId = "5f2c8a14-7b3d-4e6a-9c01-2d8e7f6a5b4c";

    public static readonly string[] Arguments =
    [
        "--app-id", AppId, "--host", "bot.oswins.test", "--organisation", "St Oswin's", "--website", "https://oswins.test/", "--privacy", "https://oswins.test/privacy",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("feedbackbot-manifest-");

    public string Zip => Path.Combine(_folder.FullName, "feedbackbot.zip");

    public string Manifest => Path.Combine(_folder.FullName, "manifest.json");

    public byte[] Bytes => File.ReadAllBytes(Zip);

    /// <param name="more">Arguments besides <see cref="Arguments"/>.</param>
    public static async Task<Package> BuildAsync(params string[] more)
    {
        var package = new Package();
        var node = await Node.BuildAsync(environment: null, [.. Arguments, "--out", package.Zip, .. more]);
        Assert.True(node.Code == 0, node.Output);
        return package;
    }

    public IReadOnlyDictionary<string, byte[]> Files()
    {
        using var zip = ZipFile.OpenRead(Zip);
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var content = e.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            return copy.ToArray();
        });
    }

    public JsonObject Json() => JsonNode.Parse(Files()["manifest.json"])!.AsObject();

    /// <summary>The faults that Microsoft's schema finds in a manifest; empty where it is valid.</summary>
    public async Task<string> FaultsAsync(JsonObject manifest)
    {
        await File.WriteAllTextAsync(Manifest, manifest.ToJsonString());
        var node = await Node.CheckAsync(Manifest);
        Assert.Equal(node.Output.Length == 0 ? 0 : 1, node.Code);
        return node.Output;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
