using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace FeedbackBot.LocalTeams;

/// <summary>Serves the page, its scripts and the drawn photos from beside the program.</summary>
internal static class PageFiles
{
    private const string Policy =
        "default-src 'self'; img-src 'self' data: https: http://localhost:* http://127.0.0.1:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

    /// <summary>An SVG is a document: opened by itself it must not run anything.</summary>
    private const string PhotoPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private static readonly FileExtensionContentTypeProvider Types = new();
    private static readonly string[] PhotoTypes = [".png", ".svg", ".jpg", ".jpeg"];

    public static void MapPageFiles(this IEndpointRouteBuilder app)
    {
        var root = Path.Combine(AppContext.BaseDirectory, "LocalTeams");
        var page = new PhysicalFileProvider(Made(Path.Combine(root, "Page")));
        var photos = new PhysicalFileProvider(Made(Path.Combine(root, "Photos")));
        app.MapGet("/", (HttpContext http) => Serve(http, page, "index.html", Policy));
        app.MapGet("/local/page/{name}", (HttpContext http, string name) => Serve(http, page, name, Policy));
        app.MapGet("/local/photos/{name}", (HttpContext http, string name) =>
            PhotoTypes.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase)
                ? Serve(http, photos, name, PhotoPolicy)
                : Results.NotFound());
    }

    /// <summary>The provider needs its folder, which an edition without drawn photos hasn't.</summary>
    private static string Made(string folder) => Directory.CreateDirectory(folder).FullName;

    /// <summary>The file provider refuses every path that leads out of its folder.</summary>
    private static IResult Serve(HttpContext http, PhysicalFileProvider files, string name, string policy)
    {
        if (files.GetFileInfo(name) is not { Exists: true, PhysicalPath: { } path } file || !Types.TryGetContentType(name, out var type))
        {
            return Results.NotFound();
        }

        http.Response.Headers.ContentSecurityPolicy = policy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        // Kept, but asked about each time: a rebuilt page is seen at the next reload.
        http.Response.Headers.CacheControl = "no-cache";
        return Results.File(path, type.StartsWith("text/", StringComparison.Ordinal) ? $"{type}; charset=utf-8" : type, lastModified: file.LastModified);
    }
}
