using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using FeedbackBot.Triage.Learnt;

namespace FeedbackBot.Learning;

/// <summary><c>dotnet run -c Release --project Bot.Tests/Learning DATA [OUTPUT] [--seed N]</c></summary>
public static class Program
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Main(string[] args)
    {
        var at = Array.IndexOf(args, "--seed");
        var seed = 1;
        if (at >= 0 && !int.TryParse(args.ElementAtOrDefault(at + 1), CultureInfo.InvariantCulture, out seed))
        {
            Console.Error.WriteLine("--seed wants a whole number after it, such as --seed 1.");
            return 1;
        }

        var folders = (at < 0 ? args : [.. args[..at], .. args[Math.Min(at + 2, args.Length)..]]).ToList();
        if (folders.Count is 0 or > 2 || !File.Exists(Path.Combine(folders[0], "phase1.csv")))
        {
            Console.Error.WriteLine("Say where the labelled comments are (a folder with phase1.csv and v6.csv) and, to write the weights, where to: Bot/Triage/Learnt. "
                + "Without the second folder only the figures are shown.");
            return 1;
        }

        // Learning takes most of an hour; what it is for must not be found missing at its end.
        if (folders is [_, var target] && !Directory.Exists(target))
        {
            Console.Error.WriteLine($"There is no folder '{target}' to write the weights to. From the repository's root it is Bot/Triage/Learnt.");
            return 1;
        }

        var comments = Comments.Load(folders[0]);
        Console.WriteLine($"{comments.Count} comments, {comments.Select(c => c.Group).Distinct().Count()} of them different, {comments.Count(c => c.Source != Source.Own && c.IsLikeAPost)} comments like posts, {comments.Count(c => c.Source == Source.Own)} posts of our own.");
        var judged = CrossValidation.Judge(comments, seed);
        var verdicts = CrossValidation.Decide(judged);
        var figures = Report.Of(verdicts, CrossValidation.Decide([.. judged.Select(j => j with { Scores = j.WithoutTyping })]), seed);
        Report.Print(figures, verdicts);
        var thresholds = Tuning.Of(judged);
        Console.WriteLine($"mixed {thresholds.Mixed}, must not wait {thresholds.MustNotWait}");
        foreach (var (name, bars) in new[] { ("comments", thresholds.Comments), ("posts", thresholds.Posts) })
        {
            Console.WriteLine($"bars of {name}: complaint {bars.Complaint}, neutral {bars.Neutral}, topics {string.Join(' ', bars.Topics)}");
        }

        if (folders is [_, var output])
        {
            Write(folders[0], output, seed, comments, thresholds, figures);
        }

        return 0;
    }

    private static void Write(
        string data,
        string output,
        int seed,
        IReadOnlyList<Comment> comments,
        Thresholds thresholds,
        IReadOnlyDictionary<string, Dictionary<string, string>> figures)
    {
        var weights = Learner.Learn(comments, [.. comments.Select(c => FeatureReader.WithTyping(new TokenText(c.Text)))], seed).With(thresholds);
        using (var file = File.Create(Path.Combine(output, "weights.bin")))
        {
            weights.Write(file);
        }

        var record = new
        {
            tool = $"dotnet run -c Release --project Bot.Tests/Learning DATA Bot/Triage/Learnt --seed {seed}",
            learnt = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            from = new[] { "phase1.csv", "v6.csv" }.ToDictionary(name => name, name => $"sha256 {Hash(Path.Combine(data, name))}"),
            origin = "Comments of the NHS Friends and Family Test, published in The-Strategy-Unit/pxtextmining with the trusts' agreement. Here are only figures "
                + "learnt from many comments, under hashes; a word or pair of words counts only if at least three different people's comments have it, or three of the "
                + "posts that we wrote ourselves (own-posts).",
            features = weights.Count,
            crossValidation = figures,
        };
        File.WriteAllText(Path.Combine(output, "weights.json"), JsonSerializer.Serialize(record, Readable) + Environment.NewLine);
    }

    private static string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}
