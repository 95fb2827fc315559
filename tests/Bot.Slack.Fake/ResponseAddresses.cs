using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Bot.Slack.Fake;

/// <summary>Response URLs that accept five answers to a request. Thread-safe.</summary>
public sealed class ResponseAddresses
{
    private const int MostUses = 5;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Address> addresses = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> ids = new(StringComparer.Ordinal);

    /// <summary>Expires all URLs, as after half an hour.</summary>
    public void Expire()
    {
        lock (gate)
        {
            addresses.Clear();
        }
    }

    /// <summary>Whether the URL of a request received an answer.</summary>
    public bool IsUsed(string request)
    {
        lock (gate)
        {
            return ids.TryGetValue(request, out var id) && addresses.TryGetValue(id, out var address) && address.Uses > 0;
        }
    }

    internal string Add(string request, string channel, string user, string? original)
    {
        lock (gate)
        {
            var id = ids.GetOrAdd(request, _ => ids.Count.ToString(CultureInfo.InvariantCulture));
            addresses.TryAdd(id, new Address(channel, user, original));
            return id;
        }
    }

    internal string? Use(string id, JsonObject body, Screen screen)
    {
        lock (gate)
        {
            if (!addresses.TryGetValue(id, out var address))
            {
                return "expired_url";
            }

            if (address.Uses >= MostUses)
            {
                return "used_url";
            }

            addresses[id] = address with { Uses = address.Uses + 1 };
            if (body["delete_original"]?.GetValue<bool>() == true)
            {
                return address.Original is { } original ? screen.Change(address.Channel, original, _ => null) : "message_not_found";
            }

            var onlyFor = body["response_type"]?.GetValue<string>() == "in_channel" ? null : address.User;
            if (onlyFor is not null)
            {
                // A private message is in the channel, even if a thread was requested.
                body.Remove("thread_ts");
            }

            return screen.Show(address.Channel, body, onlyFor).Error;
        }
    }

    private sealed record Address(string Channel, string User, string? Original)
    {
        public int Uses { get; init; }
    }
}
