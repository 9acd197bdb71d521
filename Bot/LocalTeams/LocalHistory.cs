using System.Text.Json;

namespace FeedbackBot.LocalTeams;

/// <summary>
/// The file that keeps the tenant across restarts: one change a line, flushed before the change counts. What a message said before it was
/// edited or deleted is overwritten with blanks, since it may be what its author wants to be forgotten.
/// </summary>
internal sealed class LocalHistory : IDisposable
{
    private static readonly byte[] NewLine = [(byte)'\n'];
    private readonly FileStream? _file;

    // Where the newest line about each message is.
    private readonly Dictionary<(string Conversation, string Id), (long At, int Length)> _lines = [];

    private LocalHistory(FileStream? file) => _file = file;

    /// <summary>Opens the file and hands every change in it to <paramref name="replay"/>.</summary>
    /// <param name="unreadable">Called with the number of each line that can't be read; such a line is passed over.</param>
    /// <exception cref="IOException">Another process has the file.</exception>
    public static LocalHistory Open(string? path, Action<LocalChange> replay, Action<int> unreadable)
    {
        if (string.IsNullOrEmpty(path))
        {
            return new(null);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        // A second bot on the same file would interleave its lines with ours: FileShare.Read keeps it out.
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var history = new LocalHistory(file);
        history.Replay(file, replay, unreadable);
        return history;
    }

    public void Append(LocalChange change)
    {
        if (_file is null)
        {
            return;
        }

        var (at, line) = (_file.Position, JsonSerializer.SerializeToUtf8Bytes(change, LocalJson.Options));
        _file.Write([.. line, .. NewLine]);
        _file.Flush();
        if (Place(change, at, line.Length) is { } before)
        {
            Blank(_file, before);
        }
    }

    public void Dispose() => _file?.Dispose();

    /// <returns>Where the message's line was before; null for its first, and for what is about no message.</returns>
    private (long At, int Length)? Place(LocalChange change, long at, int length)
    {
        if (change.Message is not { } message)
        {
            return null;
        }

        var before = _lines.TryGetValue((message.Conversation, message.Id), out var known) ? known : ((long, int)?)null;
        _lines[(message.Conversation, message.Id)] = (at, length);
        return before;
    }

    private static void Blank(FileStream file, (long At, int Length) line)
    {
        var end = file.Position;
        var blank = new byte[line.Length];
        blank.AsSpan().Fill((byte)' ');
        file.Position = line.At;
        file.Write(blank);
        file.Flush();
        file.Position = end;
    }

    private void Replay(FileStream file, Action<LocalChange> replay, Action<int> unreadable)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var end = 0;
        var outdated = new List<(long, int)>();
        for (var number = 1; bytes.AsSpan(end).IndexOf(NewLine) is var length and >= 0; number++)
        {
            var line = bytes.AsSpan(end, length);
            if (Read(line) is { } change)
            {
                replay(change);
                outdated.AddRange(Place(change, end, length) is { } before ? [before] : []);
            }
            else if (line.TrimStart((byte)' ').IsEmpty)
            {
                // What a message said before it was changed.
            }
            else
            {
                unreadable(number);
            }

            end += length + 1;
        }

        // What stands after the last line break was being written when the process died: it never counted.
        file.SetLength(end);
        file.Position = end;
        foreach (var line in outdated)
        {
            // From an older version, or a crash came before it was blanked.
            Blank(file, line);
        }
    }

    private static LocalChange? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize<LocalChange>(line, LocalJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
