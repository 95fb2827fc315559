using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Slack.Fake;
using Bot.Slack.WebApi;
using Bot.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Tests.Requests;

/// <summary>Thousands of broken, forged and repeated requests.</summary>
public sealed class MutatedRequestsTests
{
    private const int Seed = 20260301;

    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private static readonly string[] Paths = ["/slack/commands", "/slack/interactivity", "/slack/options", "/slack/events"];

    private static readonly string[] Odd =
    [
        "\0", "%00", "%", "%ZZ", "\uFFFD", "\\ud800", "\"", "{", "}", "]", "&", "=", "null", "1e999", "[[[[[[[[", "payload=", "&text=", "\r\n",
        "😀", "%F0%9F", "true", "\\u0000", "type\":5,\"x", "T0SEMINAR",
    ];

    // Nothing listens there, so no file is downloaded.
    private const string File = """{"id":"F1","name":"essay.txt","size":10,"url_private_download":"http://127.0.0.1:9/files-pri/F1/download"}""";

    [Fact]
    public async Task NoneBreaksTheServerNothingForgedIsExecutedAndNothingTwice()
    {
        var seminar = ReadingSeminar();
        using var log = new LogLines(LogLevel.Information);
        await using var host = await StartAsync(seminar, log);
        using var client = host.GetTestServer().CreateClient();
        var random = new Random(Seed);
        var statuses = new ConcurrentDictionary<HttpStatusCode, int>();

        for (var i = 0; i < MutatedRequests.Count; i++)
        {
            var (path, body, secret) = Make(random, i);
            for (var repeat = random.Next(5) == 0 ? 2 : 1; repeat > 0; repeat--)
            {
                using var request = Member.Sign(path, body, Now, secret);
                var isProven = secret == FakeSlack.SigningSecret;
                if (random.Next(20) == 0)
                {
                    isProven = false;
                    request.Headers.Remove(random.Next(2) == 0 ? "X-Slack-Signature" : "X-Slack-Request-Timestamp");
                }

                using var response = await client.SendAsync(request);
                statuses.AddOrUpdate(response.StatusCode, 1, (_, count) => count + 1);
                Assert.True((int)response.StatusCode < 500, $"{response.StatusCode} for {path}: {body}");
                Assert.True(isProven || response.StatusCode == HttpStatusCode.Unauthorized, $"{response.StatusCode} for unsigned {path}: {body}");
            }
        }

        var texts = seminar.Got.Concat(seminar.Heard).Select(command => $"{command.Name} {command.Text}").ToList();
        Assert.DoesNotContain(texts, text => text.Contains("FORGED", StringComparison.Ordinal));
        var marks = texts.Select(Mark).OfType<string>().ToList();
        Assert.Equal(marks.Distinct().Count(), marks.Count);

        // Enough of them were accepted for the test to be useful.
        Assert.InRange(marks.Count, MutatedRequests.Count / 20, MutatedRequests.Count);
        Assert.True(statuses[HttpStatusCode.Unauthorized] > MutatedRequests.Count / 20);
        Assert.All(log.Lines, line => Assert.DoesNotContain(line, char.IsControl));
    }

    private static (string Path, string Body, string Secret) Make(Random random, int number)
    {
        var isForged = random.Next(4) == 0;
        var mark = string.Create(CultureInfo.InvariantCulture, $"{(isForged ? "FORGED" : "SIGNED")}-{number}-{Check(number)}-");
        var kind = random.Next(19);
        var channel = string.Create(CultureInfo.InvariantCulture, $"C{number}");
        var body = kind switch
        {
            0 => $"command=%2Fask&text={mark}&team_id=T0SEMINAR&channel_id={channel}&user_id=U0STUDENT&trigger_id={number}",
            1 => "payload=" + Uri.EscapeDataString(
                $$$"""{"type":"block_actions","trigger_id":"{{{number}}}","user":{"id":"U0STUDENT"},"team":{"id":"T0SEMINAR"},"channel":{"id":"{{{channel}}}"},"container":{"message_ts":"1.0"},"actions":[{"action_id":"choice:0","value":"1||ask|{{{mark}}}"}]}"""),
            2 => "payload=" + Uri.EscapeDataString(
                $$$"""{"type":"shortcut","callback_id":"ask","trigger_id":"{{{number}}}","user":{"id":"U0STUDENT"},"team":{"id":"T0SEMINAR"},"mark":"{{{mark}}}"}"""),
            3 => $$$"""{"type":"event_callback","event_id":"Ev{{{number}}}","team_id":"T0SEMINAR","event":{"type":"function_executed","function":{"id":"Fn1","callback_id":"ask_readings"},"inputs":{"question":"{{{mark}}}"},"function_execution_id":"Fx{{{number}}}"}}""",
            4 => $$$"""{"type":"event_callback","event_id":"Ev{{{number}}}","team_id":"T0SEMINAR","event":{"type":"assistant_thread_started","assistant_thread":{"user_id":"U0STUDENT","channel_id":"D{{{number}}}","thread_ts":"1.000001","context":{}},"event_ts":"1.0"}}""",
            5 => $$$"""{"type":"event_callback","event_id":"Ev{{{number}}}","team_id":"T0SEMINAR","event":{"type":"message","channel_type":"im","user":"U0STUDENT","channel":"D{{{number}}}","ts":"1.0","text":"{{{mark}}}"}}""",
            6 => $$$"""{"type":"event_callback","event_id":"Ev{{{number}}}","team_id":"T0SEMINAR","event":{"type":"message","channel_type":"channel","user":"U0STUDENT","channel":"{{{channel}}}","ts":"1.0","text":"{{{mark}}}"}}""",
            7 => "payload=" + Uri.EscapeDataString(
                $$$"""{"type":"view_submission","trigger_id":"{{{number}}}","user":{"id":"U0STUDENT"},"team":{"id":"T0SEMINAR"},"view":{"private_metadata":"{\"command\":\"checkquote\",\"channel\":\"{{{channel}}}\"}","state":{"values":{"quote":{"value":{"value":"{{{mark}}}"}},"file":{"value":{"type":"file_input","files":[{{{File}}}] } } } } } }"""),
            8 => "payload=" + Uri.EscapeDataString(
                $$$"""{"type":"message_action","callback_id":"checkquote","trigger_id":"{{{number}}}","user":{"id":"U0STUDENT"},"team":{"id":"T0SEMINAR"},"channel":{"id":"{{{channel}}}"},"message":{"ts":"1.0","text":"{{{mark}}}","files":[{{{(random.Next(2) == 0 ? File : "")}}}]}}"""),
            9 => $$$"""{"type":"event_callback","event_id":"Ev{{{number}}}","team_id":"T0SEMINAR","event":{"type":"message","subtype":"file_share","channel_type":"im","user":"U0STUDENT","channel":"D{{{number}}}","ts":"1.0","text":"checkquote {{{mark}}}","files":[{{{File}}}]}}""",
            10 => $$$"""{"type":"event_callback","event_id":"Ev{{{number}}}","team_id":"T0SEMINAR","event":{"type":"agent_session_stopped","user":"U0STUDENT","channel":"D{{{number}}}","thread_ts":"1.000001","streaming_message_ts":["1.000002"],"event_ts":"1.0"}}""",
            11 => Press(number, channel, "button", "share", $"1||ask|{mark}"),
            12 => Press(number, channel, "feedback_buttons", "feedback", $"1||helpful|yes ask on-rain {mark}"),
            13 => Press(number, channel, "button", "choice:2", $"1|a1b2c3|ask|{mark} reading:on-snow"),
            14 => $$$"""{"type":"event_callback","event_id":"Ev{{{number}}}","team_id":"T0SEMINAR","event":{"type":"function_executed","function":{"id":"Fn2","callback_id":"post_motion"},"inputs":{"channel":{"id":"{{{channel}}}"} },"function_execution_id":"Fx{{{number}}}"}}""",
            15 => "payload=" + Uri.EscapeDataString(
                $$$"""{"type":"block_suggestion","block_id":"reading","action_id":"value","value":"{{{mark}}}","user":{"id":"U0STUDENT"},"team":{"id":"T0SEMINAR"},"view":{"private_metadata":"{\"command\":\"ask\",\"channel\":\"{{{channel}}}\"}","state":{"values":{"question":{"value":{"value":"Did it rain?"} } } } } }"""),
            16 => $$$"""{"type":"event_callback","event_id":"Ev{{{number}}}","team_id":"T0SEMINAR","event":{"type":"app_home_opened","user":"U0STUDENT","channel":"D{{{number}}}","tab":"{{{(random.Next(2) == 0 ? "home" : "messages")}}}"}}""",
            17 => "payload=" + Uri.EscapeDataString(
                $$$"""{"type":"view_submission","trigger_id":"{{{number}}}","user":{"id":"U0STUDENT"},"team":{"id":"T0SEMINAR"},"view":{"private_metadata":"{\"command\":\"ask\",\"channel\":\"{{{channel}}}\"}","state":{"values":{"question":{"value":{"value":"{{{mark}}}"}},"reading":{"value":{"selected_option":{"value":"on-rain"} } },"_share":{"value":{"selected_options":[{"value":"_share"}] } } } } } }"""),
            _ => $$$"""{"type":"event_callback","event_id":"Ev{{{number}}}","team_id":"T0SEMINAR","event":{"type":"app_mention","user":"U0STUDENT","channel":"{{{channel}}}","ts":"1.0","text":"<@U0BOT> {{{mark}}}"}}""",
        };
        var path = random.Next(20) == 0 ? Paths[random.Next(Paths.Length)] : Paths[kind switch { 0 => 0, 1 or 2 or 7 or 8 or 11 or 12 or 13 or 17 => 1, 15 => 2, _ => 3 }];
        return (path, random.Next(3) == 0 ? body : Mutate(random, body), isForged ? "not the secret" : FakeSlack.SigningSecret);
    }

    private static string Press(int number, string channel, string type, string action, string value) => "payload=" + Uri.EscapeDataString(
        $$$"""{"type":"block_actions","trigger_id":"{{{number}}}","user":{"id":"U0STUDENT","name":"ada"},"team":{"id":"T0SEMINAR"},"channel":{"id":"{{{channel}}}"},"container":{"message_ts":"{{{number}}}.0"},"actions":[{"type":"{{{type}}}","action_id":"{{{action}}}","value":"{{{value}}}"}]}""");

    private static string Mutate(Random random, string body)
    {
        var text = new StringBuilder(body);
        for (var times = random.Next(1, 4); times > 0 && text.Length > 0; times--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(5))
            {
                case 0:
                    text.Length = at;
                    break;
                case 1:
                    text[at] = (char)random.Next(1, 256);
                    break;
                case 2:
                    text.Insert(at, Odd[random.Next(Odd.Length)]);
                    break;
                case 3:
                    text.Remove(at, Math.Min(random.Next(1, 30), text.Length - at));
                    break;
                default:
                    text.Insert(at, new string("[{\"a%"[random.Next(5)], random.Next(1, 3000)));
                    break;
            }
        }

        return text.ToString();
    }

    private static string? Mark(string text)
    {
        // A mark that was mutated does not count: it could belong to another request.
        var parts = text.Split("SIGNED-", 2)[^1].Split('-');
        return parts.Length > 2 && int.TryParse(parts[0], out var number) && parts[1] == Check(number) ? parts[0] : null;
    }

    private static string Check(int number) => (number * 7919).ToString(CultureInfo.InvariantCulture);

    private static ScriptedSeminar ReadingSeminar()
    {
        var seminar = new ScriptedSeminar
        {
            Commands =
            [
                .. new ScriptedSeminar().Commands.Select(info => info.Name == "checkquote"
                    ? info with { File = new OptionInfo("file", "An essay."), FileExtensions = ["txt"] }
                    : info),
            ],
        };
        seminar.Answer = async (command, cancellationToken) =>
        {
            foreach (var file in command.Files)
            {
                await Assert.ThrowsAsync<AttachmentException>(() => file.ReadAsync(1, cancellationToken));
            }

            return ChatReply.Answer(new TextBlock($"You wrote {command.Text}"));
        };
        return seminar;
    }

    private static async Task<WebApplication> StartAsync(ScriptedSeminar seminar, LogLines log)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Slack:Token"] = FakeSlack.Token,
            ["Slack:SigningSecret"] = FakeSlack.SigningSecret,
            ["Slack:HearsChannels"] = "true",
            ["Slack:FilesBase"] = "http://127.0.0.1:9",
        });
        builder.WebHost.UseTestServer();
        builder.Services.AddSlack(builder.Configuration);
        builder.Services.AddSingleton<IWorkspaceTokens, NoTokens>();
        var host = builder.Build();
        host.MapSlack();
        await host.StartAsync();
        _ = host.Services.GetRequiredService<IChatAdapter>().RunAsync(seminar, host.Lifetime.ApplicationStopping);
        return host;
    }

    /// <summary>Prevents all calls to Slack.</summary>
    private sealed class NoTokens : IWorkspaceTokens
    {
        public ValueTask<string?> FindAsync(Workspace workspace, CancellationToken cancellationToken) => ValueTask.FromResult<string?>(null);

        public ValueTask<IReadOnlyList<Workspace>> ListAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<Workspace>>([]);

        public ValueTask ForgetAsync(Workspace workspace, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask LeaveOrganizationAsync(IReadOnlyList<string> teams, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
