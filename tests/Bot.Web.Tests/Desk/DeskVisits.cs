using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Bot.Chat;
using Bot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Web.Tests.Desk;

/// <summary>A teacher's actions at the desk, in a browser without scripts.</summary>
internal static class DeskVisits
{
    public const string Teacher = "the teacher's password";

    /// <summary>Starts the pages with the real seminar and one reading.</summary>
    public static async Task<WebSite> StartAsync()
    {
        var site = await WebSite.StartWholeAsync(("Web:TeacherPassword", Teacher));
        site.Serve(Texts.Reading("on-rain", ["The town should pay for umbrellas."], ["It rains in May."]));
        return site;
    }

    /// <summary>A signed-in teacher.</summary>
    public static async Task<Visitor> VisitAsTeacherAsync(this WebSite site, string? languages = null)
    {
        var visitor = site.Visit(languages);
        await visitor.SendAsync(await visitor.OpenAsync("/sign-in"), "/sign-in", ("password", Teacher));
        return visitor;
    }

    /// <summary>Runs a command of a teacher in a channel.</summary>
    public static async Task RunAsync(this WebSite site, ChannelAddress channel, string command, string text, params (string Name, string Value)[] options)
    {
        var reply = await site.Services.GetRequiredService<ISeminar>().HandleAsync(
            new ChatCommand
            {
                Name = command,
                Text = text,
                Options = options.ToDictionary(option => option.Name, option => option.Value),
                IsFromProgram = true,
                Channel = channel,
                User = new ChatUser("9", IsTeacher: true),
            },
            CancellationToken.None);
        Assert.NotEqual(ReplyStatus.Error, reply.Status);
    }

    /// <summary>Adds a posted debate with a closed vote and these numbers of votes.</summary>
    public static Task AddDebateAsync(this WebSite site, string id, string date, params (string First, string Last, int Voters)[] votes) =>
        site.Services.GetRequiredService<Database>().WriteAsync(
            async session =>
            {
                await session.ExecuteAsync(
                    """
                    INSERT INTO debates (id, schedule, date, extra, channel, due, outcome, motion_id, motion, reading, paragraph, sentence, opened_at, closes_at, is_closed)
                    VALUES (@id, @id, @date, '', 'web//seminar', @due, 'posted', '', 'Rain is good.', '', 0, 0, 0, 0, 1)
                    """,
                    new { id, date, due = long.Parse(date.Replace("-", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) });
                foreach (var (first, last, voters) in votes)
                {
                    for (var i = 0; i < voters; i++)
                    {
                        await session.ExecuteAsync(
                            "INSERT INTO votes (debate, voter, first_side, side, first_at, changed_at) VALUES (@id, @voter, @first, @last, 0, 0)",
                            new { id, voter = $"{first} {last} {i}", first, last });
                    }
                }

                return true;
            },
            CancellationToken.None);

    /// <summary>Sends the form of a command.</summary>
    public static Task<IHtmlDocument> FillAsync(this Visitor visitor, IHtmlDocument page, string command, params (string, string)[] fields) =>
        visitor.SubmitAsync(page.QuerySelector($"form:has(input[name=command][value='{command}'])")!, fields);

    /// <summary>Sends the form of the first button of this name.</summary>
    public static Task<IHtmlDocument> PressAsync(this Visitor visitor, IHtmlDocument page, string button) => visitor.SubmitAsync(
        page.QuerySelectorAll<IHtmlButtonElement>("form button").First(there => there.TextContent.StartsWith(button, StringComparison.Ordinal)).Form!);

    /// <summary>Sends a file with the upload form.</summary>
    public static Task<IHtmlDocument> ImportAsync(this Visitor visitor, IHtmlDocument page, string file) =>
        visitor.ImportAsync(page, Encoding.UTF8.GetBytes(file));

    /// <summary>Sends a file of any bytes with the upload form; returns the next page, or the error page.</summary>
    public static async Task<IHtmlDocument> ImportAsync(this Visitor visitor, IHtmlDocument page, byte[] file)
    {
        var form = page.QuerySelector<IHtmlFormElement>("form[enctype='multipart/form-data']")!;
        using var content = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "list.txt" } };
        foreach (var input in form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]"))
        {
            content.Add(new StringContent(input.Value), input.Name!);
        }

        using var response = await visitor.Http.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content);
        return response.Headers.Location is { } next ? await visitor.OpenAsync(next.OriginalString) : await Visitor.ReadAsync(response);
    }

    /// <summary>The page's message about the last form.</summary>
    public static string Outcome(this IHtmlDocument page) => page.QuerySelector(".outcome")?.TextContent.Trim() ?? "";
}
