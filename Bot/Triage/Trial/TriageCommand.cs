using System.Globalization;
using System.Text;
using FeedbackBot.Triage.Alarms;
using FeedbackBot.Triage.Personal;
using FeedbackBot.Triage.Tones;

namespace FeedbackBot.Triage.Trial;

/// <summary><c>triage FILE.csv</c>: what triage makes of the texts in a file's first column, so that anyone can try their own. One row for each, in order.</summary>
public static class TriageCommand
{
    public const string Name = "triage";

    private const int Done = 0;
    private const int Unreadable = 1;
    private const int Misused = 2;

    private const string Usage = "Give one file of comma-separated values whose first column is the text: dotnet run --project Bot -- triage FILE.csv";

    // A reader of files would take one that begins with a byte order mark for UTF-8 that may be broken.
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>A first cell that is one of these is the column's name and no text; with "text" behind it or "free" before it, too.</summary>
    private static readonly HashSet<string> ColumnNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "text", "texts", "full", "post", "posts", "tweet", "tweets", "comment", "comments", "feedback", "message", "messages", "verbatim", "sentence",
        "answer", "answers", "response", "responses", "review", "reviews", "content", "body",
    };

    /// <param name="args">What stands behind "triage" on the command line.</param>
    /// <returns>The process's exit code: 0 when every text has its row.</returns>
    public static int Run(IReadOnlyList<string> args, Stream output, TextWriter error)
    {
        if (args is not [var file] || file == "-")
        {
            error.WriteLine(Usage);
            return Misused;
        }

        file = Found(file);
        if (!File.Exists(file))
        {
            error.WriteLine($"There is no file '{Path.GetFullPath(file)}'. {Usage}");
            return Unreadable;
        }

        try
        {
            Write(Texts(Strict.GetString(File.ReadAllBytes(file))), output);
            return Done;
        }
        catch (DecoderFallbackException)
        {
            error.WriteLine($"'{file}' isn't UTF-8. Save it as \"CSV UTF-8\" and try again.");
        }
        catch (FormatException fault)
        {
            error.WriteLine($"'{file}' can't be read. {fault.Message} Close it, or double a quotation mark that belongs to the text.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"'{file}' can't be read: {fault.Message}");
        }

        return Unreadable;
    }

    /// <summary><c>dotnet run --project Bot</c> runs in Bot, and a file is named from where its user stands, which the shell tells.</summary>
    private static string Found(string file) =>
        !File.Exists(file) && Environment.GetEnvironmentVariable("PWD") is { Length: > 0 } shell ? Path.Combine(shell, file) : file;

    private static List<string> Texts(string csv)
    {
        var texts = CsvRows.Read(csv).Select(row => row[0]).ToList();
        return texts.Count > 0 && IsColumnName(texts[0].Trim().Replace('_', ' ')) ? texts[1..] : texts;
    }

    private static bool IsColumnName(string cell) =>
        ColumnNames.Contains(cell)
        || (cell.EndsWith(" text", StringComparison.OrdinalIgnoreCase) && ColumnNames.Contains(cell[..^" text".Length]))
        || (cell.StartsWith("free ", StringComparison.OrdinalIgnoreCase) && ColumnNames.Contains(cell["free ".Length..]));

    private static void Write(List<string> texts, Stream stream)
    {
        using var output = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        output.Write("tone,severity,topics,complained_of,withheld,must_not_wait,deciding_words\n");
        foreach (var text in texts)
        {
            var alarm = SafeguardingReader.Read(text);
            var reading = ToneReader.Learnt.Read(text, alarm is not null);
            var decided = reading.Words.Concat(reading.Topics.Select(t => t.Word)).Concat(alarm?.Words ?? []);
            string[] cells =
            [
                ToneNames.Of(reading.Tone),
                reading.Severity.ToString(CultureInfo.InvariantCulture),
                string.Join("; ", reading.Topics.Select(t => ToneNames.Of(t.Topic))),
                string.Join("; ", reading.Topics.Where(t => t.IsComplaint).Select(t => ToneNames.Of(t.Topic))),
                PersonalReader.Read(text).Count > 0 ? "yes" : "no",
                alarm is null ? "no" : "yes",
                string.Join("; ", decided.Where(w => w.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)),
            ];
            output.Write(string.Join(',', cells.Select(CsvRows.Cell)));
            output.Write('\n');
        }
    }
}
