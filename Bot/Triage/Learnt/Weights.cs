using System.IO.Compression;
using System.Reflection;
using FeedbackBot.Triage.Alarms;

namespace FeedbackBot.Triage.Learnt;

/// <summary>
/// What each feature says in each of the <see cref="Columns"/>: figures under hashes, no words. The learning tool writes them to weights.bin; where they come from stands beside it in
/// weights.json.
/// </summary>
public sealed class Weights
{
    /// <summary>The first outputs: complaint, neutral, compliment, mixed.</summary>
    public const int Tones = 4;

    public const int Complaint = 0;

    public const int Compliment = 2;

    /// <summary>The output that says how grave a complaint is, if it is one.</summary>
    public const int Severity = Tones;

    /// <summary>The first topic's output.</summary>
    public const int FirstTopic = Severity + 1;

    private const int Format = 5;

    /// <summary>A free slot; no feature has this hash by more than chance, and the tool leaves it out if one does.</summary>
    private const uint Free = 0;

    private static readonly Lazy<Weights> OfEmbedded = new(Embedded);

    private readonly uint[] _keys;
    private readonly int[] _rowOf;
    private readonly sbyte[] _rows;
    private readonly float[] _steps;
    private readonly float[] _bias;
    private readonly int _mask;

    /// <param name="keys">The features' hashes.</param>
    /// <param name="rows">For each of them one number per column, in steps.</param>
    /// <param name="steps">What one step weighs, for each column.</param>
    public Weights(IReadOnlyList<uint> keys, sbyte[] rows, float[] steps, float[] bias, Heads heads, Thresholds thresholds)
    {
        (_rows, _steps, _bias, Heads, Thresholds) = (rows, steps, bias, heads, thresholds);
        var size = 16;
        while (size < keys.Count * 2)
        {
            size *= 2;
        }

        (_mask, _keys, _rowOf) = (size - 1, new uint[size], new int[size]);
        for (var row = 0; row < keys.Count; row++)
        {
            var slot = (int)keys[row] & _mask;
            while (_keys[slot] != Free)
            {
                slot = (slot + 1) & _mask;
            }

            (_keys[slot], _rowOf[slot]) = (keys[row], row);
        }
    }

    /// <summary>The output that says whether somebody is to be told at once.</summary>
    public static int MustNotWait => FirstTopic + Thresholds.TopicCount;

    /// <summary>The first kind of alarm's output.</summary>
    public static int FirstAlarm => MustNotWait + 1;

    /// <summary>The ones that came with the program, read when they are first needed.</summary>
    public static Weights Learnt => OfEmbedded.Value;

    public static int Outputs { get; } = FirstAlarm + Enum.GetValues<AlarmKind>().Length;

    public Heads Heads { get; }

    public Thresholds Thresholds { get; }

    public int Count => _rows.Length / Columns.Count;

    public ReadOnlySpan<float> Steps => _steps;

    public ReadOnlySpan<float> Bias => _bias;

    /// <returns>-1 for a feature without weights.</returns>
    public int Find(uint hash)
    {
        if (hash == Free)
        {
            return -1;
        }

        for (var slot = (int)hash & _mask; _keys[slot] != Free; slot = (slot + 1) & _mask)
        {
            if (_keys[slot] == hash)
            {
                return _rowOf[slot];
            }
        }

        return -1;
    }

    public ReadOnlySpan<sbyte> Row(int row) => _rows.AsSpan(row * Columns.Count, Columns.Count);

    public Weights With(Thresholds thresholds)
    {
        var keys = new uint[Count];
        for (var slot = 0; slot < _keys.Length; slot++)
        {
            if (_keys[slot] != Free)
            {
                keys[_rowOf[slot]] = _keys[slot];
            }
        }

        return new Weights(keys, _rows, _steps, _bias, Heads, thresholds);
    }

    public void Write(Stream to)
    {
        using var packed = new BrotliStream(to, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(packed);
        writer.Write(Format);
        writer.Write(Columns.Count);
        writer.Write(Count);
        Thresholds.WriteTo(writer);
        foreach (var number in _steps.Concat(_bias).Concat(Heads.Numbers))
        {
            writer.Write(number);
        }

        // In order of the hashes, each as the distance from the one before, and column by column: that packs best, and twice the same is the same file.
        var slots = Enumerable.Range(0, _keys.Length).Where(slot => _keys[slot] != Free).OrderBy(slot => _keys[slot]).ToList();
        uint before = 0;
        foreach (var slot in slots)
        {
            writer.Write7BitEncodedInt64(_keys[slot] - before);
            before = _keys[slot];
        }

        for (var column = 0; column < Columns.Count; column++)
        {
            foreach (var slot in slots)
            {
                writer.Write(_rows[(_rowOf[slot] * Columns.Count) + column]);
            }
        }
    }

    public static Weights Read(Stream from)
    {
        using var unpacked = new BrotliStream(from, CompressionMode.Decompress, leaveOpen: true);
        using var reader = new BinaryReader(unpacked);
        var (format, columns, count) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        if (format != Format || columns != Columns.Count)
        {
            throw new InvalidDataException($"weights.bin has format {format} with {columns} columns instead of {Format} with {Columns.Count}. Run Bot.Tests/Learning again.");
        }

        var thresholds = Thresholds.Read(reader);
        var numbers = Enumerable.Range(0, (columns * 2) + Heads.Size).Select(_ => reader.ReadSingle()).ToArray();
        var keys = new uint[count];
        long key = 0;
        for (var i = 0; i < count; i++)
        {
            key += reader.Read7BitEncodedInt64();
            keys[i] = (uint)key;
        }

        var rows = new sbyte[count * columns];
        for (var column = 0; column < columns; column++)
        {
            var steps = reader.ReadBytes(count);
            for (var i = 0; i < count; i++)
            {
                rows[(i * columns) + column] = (sbyte)steps[i];
            }
        }

        return new Weights(keys, rows, numbers[..columns], numbers[columns..(columns * 2)], new Heads(numbers[(columns * 2)..]), thresholds);
    }

    /// <summary>Reads those that came with the program.</summary>
    public static Weights Embedded()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("weights.bin")
            ?? throw new InvalidOperationException("weights.bin isn't embedded in the assembly.");
        return Read(stream);
    }
}
