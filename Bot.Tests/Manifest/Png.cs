using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace FeedbackBot.Tests.Manifest;

/// <summary>A PNG of 8 bits a channel, not interlaced, read pixel by pixel (the PNG specification, sections 5 and 9).</summary>
internal sealed record Png(int Width, int Height, IReadOnlyList<(byte Red, byte Green, byte Blue, byte Alpha)> Pixels)
{
    private const byte Colour = 2;
    private const byte ColourWithAlpha = 6;

    public static Png Read(byte[] file)
    {
        Assert.Equal([0x89, .. "PNG\r\n\u001a\n"u8], file[..8]);
        var chunks = Chunks(file).ToList();
        var header = chunks[0].Content;
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)));
        var (depth, kind, interlaced) = (header[8], header[9], header[12]);
        Assert.True(depth == 8 && kind is Colour or ColourWithAlpha && interlaced == 0, $"A PNG with depth {depth}, colour type {kind}, interlace {interlaced} isn't read here.");

        using var packed = new MemoryStream([.. chunks.Where(c => c.Kind == "IDAT").SelectMany(c => c.Content)]);
        using var unpacked = new MemoryStream();
        using (var inflate = new ZLibStream(packed, CompressionMode.Decompress))
        {
            inflate.CopyTo(unpacked);
        }

        var channels = kind == Colour ? 3 : 4;
        var bytes = Unfiltered(unpacked.ToArray(), width * channels, height, channels);
        return new Png(width, height, [.. bytes.Chunk(channels).Select(p => (p[0], p[1], p[2], channels == 4 ? p[3] : byte.MaxValue))]);
    }

    private static IEnumerable<(string Kind, byte[] Content)> Chunks(byte[] file)
    {
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            yield return (Encoding.ASCII.GetString(file, at + 4, 4), file[(at + 8)..(at + 8 + length)]);
            at += length + 12;
        }
    }

    /// <summary>Each row begins with the number of the filter by which its bytes were told from their neighbours.</summary>
    private static byte[] Unfiltered(byte[] rows, int stride, int height, int channels)
    {
        var result = new byte[stride * height];
        for (var y = 0; y < height; y++)
        {
            var filter = rows[y * (stride + 1)];
            for (var x = 0; x < stride; x++)
            {
                var left = x < channels ? 0 : result[(y * stride) + x - channels];
                var above = y == 0 ? 0 : result[((y - 1) * stride) + x];
                var aboveLeft = y == 0 || x < channels ? 0 : result[((y - 1) * stride) + x - channels];
                var guess = filter switch
                {
                    0 => 0,
                    1 => left,
                    2 => above,
                    3 => (left + above) / 2,
                    4 => Nearest(left, above, aboveLeft),
                    _ => throw new InvalidDataException($"There is no filter {filter}."),
                };
                result[(y * stride) + x] = (byte)(rows[(y * (stride + 1)) + 1 + x] + guess);
            }
        }

        return result;
    }

    private static int Nearest(int left, int above, int aboveLeft)
    {
        var estimate = left + above - aboveLeft;
        var (toLeft, toAbove, toAboveLeft) = (Math.Abs(estimate - left), Math.Abs(estimate - above), Math.Abs(estimate - aboveLeft));
        return toLeft <= toAbove && toLeft <= toAboveLeft ? left : toAbove <= toAboveLeft ? above : aboveLeft;
    }
}
