using System.Net.Sockets;
using System.Text;

namespace Bot.Testing;

/// <summary>An HTTP request whose sender closes the connection in the middle of the body.</summary>
public static class BrokenOffRequest
{
    /// <summary>Sends the beginning, and waits until the server has closed the connection too.</summary>
    /// <param name="server">The server.</param>
    /// <param name="path">The path of the request.</param>
    public static async Task SendAsync(Uri server, string path)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: bot\r\nContent-Length: 100\r\n\r\n{{\"beginning\":"));
        client.Client.Shutdown(SocketShutdown.Send);
        try
        {
            using var answer = new StreamReader(stream, Encoding.ASCII);
            await answer.ReadToEndAsync();
        }
        catch (IOException)
        {
            // The server closes the connection in some way.
        }
    }
}
