using SlackNet;

namespace Bot.Slack.SocketMode;

/// <summary>The URLs of Web API methods, from the settings. Only used to request new sockets, without arguments.</summary>
internal sealed class ApiAddresses(string root) : ISlackUrlBuilder
{
    public string Url(string apiMethod, Dictionary<string, object> args) => $"{root.TrimEnd('/')}/{apiMethod}";
}
