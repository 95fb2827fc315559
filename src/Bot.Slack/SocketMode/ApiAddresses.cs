using SlackNet;

namespace Bot.Slack.SocketMode;

/// <summary>The addresses of Web API methods where the settings say that it is. Nothing is asked for over it but new sockets, without arguments.</summary>
internal sealed class ApiAddresses(string root) : ISlackUrlBuilder
{
    public string Url(string apiMethod, Dictionary<string, object> args) => $"{root.TrimEnd('/')}/{apiMethod}";
}
