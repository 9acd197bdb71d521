using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FeedbackBot.Tests.Store;

/// <summary>A PostgreSQL server, as far as its front door: it asks for a password and finds every one wrong.</summary>
internal sealed class FakePostgres : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;

    public FakePostgres()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The passwords that were tried.</summary>
    public List<string> Tried { get; } = [];

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await RefuseAsync(client.GetStream());
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task RefuseAsync(NetworkStream stream)
    {
        try
        {
            // Requests for encryption are eight bytes long and answered with N for no; the start-up message is longer.
            while ((await ReadAsync(stream)).Length == 4)
            {
                await stream.WriteAsync("N"u8.ToArray());
            }

            byte[] cleartextPassword = [(byte)'R', 0, 0, 0, 8, 0, 0, 0, 3];
            await stream.WriteAsync(cleartextPassword);
            await stream.ReadExactlyAsync(new byte[1]);
            Tried.Add(Encoding.UTF8.GetString(await ReadAsync(stream)).TrimEnd('\0'));
            var error = Encoding.UTF8.GetBytes("SFATAL\0VFATAL\0C28P01\0Mpassword authentication failed for user \"feedback\"\0\0");
            var head = new byte[5];
            head[0] = (byte)'E';
            BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(1), error.Length + 4);
            await stream.WriteAsync(head);
            await stream.WriteAsync(error);
        }
        catch (IOException)
        {
            // The client has heard enough.
        }
    }

    private static async Task<byte[]> ReadAsync(NetworkStream stream)
    {
        var length = new byte[4];
        await stream.ReadExactlyAsync(length);
        var message = new byte[BinaryPrimitives.ReadInt32BigEndian(length) - 4];
        await stream.ReadExactlyAsync(message);
        return message;
    }
}
