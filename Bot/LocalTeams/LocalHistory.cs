using System.Text.Json;

namespace FeedbackBot.LocalTeams;

/// <summary>The file that keeps the tenant across restarts: one change a line, flushed before the change counts.</summary>
internal sealed class LocalHistory : IDisposable
{
    private static readonly byte[] NewLine = [(byte)'\n'];
    private readonly FileStream? _file;

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
        Replay(file, replay, unreadable);
        return new(file);
    }

    public void Append(LocalChange change)
    {
        if (_file is null)
        {
            return;
        }

        _file.Write([.. JsonSerializer.SerializeToUtf8Bytes(change, LocalJson.Options), .. NewLine]);
        _file.Flush();
    }

    public void Dispose() => _file?.Dispose();

    private static void Replay(FileStream file, Action<LocalChange> replay, Action<int> unreadable)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var end = 0;
        for (var number = 1; bytes.AsSpan(end).IndexOf(NewLine) is var length and >= 0; number++)
        {
            if (Read(bytes.AsSpan(end, length)) is { } change)
            {
                replay(change);
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
