using Bot.Web.Members;
using Bot.Web.Settings;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Bot.Web.Pages;

/// <summary>Checks a form before it is handled: who sends it, its size, and whether it comes from our pages.</summary>
internal sealed class FormGate(IAntiforgery antiforgery, PageFrames frames)
{
    private const long BytesPerKilobyte = 1024;
    private const long BytesPerMegabyte = 1024 * BytesPerKilobyte;

    private static (string Title, string Words) Unknown => (RefusalTexts.TryOnceMore, RefusalTexts.StartedAgain);

    private static (string Title, string Words) NotOurs => (RefusalTexts.TryOnceMore, RefusalTexts.SignedInOrOut);

    private static (string Title, string Words) ForTeachers => (RefusalTexts.NotTeacher, RefusalTexts.ForTeachers);

    /// <summary>Refuses a form from an unknown browser.</summary>
    public IResult RefuseUnknown(HttpContext context) => Refuse(context, null, Unknown, StatusCodes.Status400BadRequest);

    /// <summary>The refusal of a form; null if it is accepted.</summary>
    public async Task<IResult?> RefuseAsync(HttpContext context, Member member)
    {
        var files = context.GetEndpoint()?.Metadata.GetMetadata<TakesFiles>();
        if (files is not null && !member.IsTeacher)
        {
            return RefuseStudent(context, member);
        }

        var mostBytes = files?.Bytes ?? WebLimits.FormBytes;
        if (context.Request.ContentLength > mostBytes)
        {
            return Refuse(context, member, ExplainTooLarge(mostBytes), StatusCodes.Status413PayloadTooLarge);
        }

        TakeAtMost(context, mostBytes);
        try
        {
            return context.Request.HasFormContentType && await antiforgery.IsRequestValidAsync(context)
                ? null
                : Refuse(context, member, NotOurs, StatusCodes.Status400BadRequest);
        }
        catch (AntiforgeryValidationException unread)
        {
            return unread.InnerException is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }
                ? Refuse(context, member, ExplainTooLarge(mostBytes), StatusCodes.Status413PayloadTooLarge)
                : Refuse(context, member, NotOurs, StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>Refuses a teacher's form from a member who is not a teacher.</summary>
    public IResult RefuseStudent(HttpContext context, Member member) => Refuse(context, member, ForTeachers, StatusCodes.Status403Forbidden);

    private IResult Refuse(HttpContext context, Member? member, (string Title, string Words) why, int status)
    {
        // The rest of the form is read and thrown away, because a browser shows no page if its connection is closed early.
        TakeAtMost(context, null);
        return frames.Say(context, member, why.Title, why.Words, status, PageAddresses.Here(context.Request));
    }

    private static void TakeAtMost(HttpContext context, long? bytes)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = bytes;
        }
    }

    private static (string Title, string Words) ExplainTooLarge(long mostBytes) => (RefusalTexts.TooLarge, mostBytes < BytesPerMegabyte
        ? RefusalTexts.FormatMostKilobytes(mostBytes / BytesPerKilobyte)
        : RefusalTexts.FormatMostMegabytes(mostBytes / BytesPerMegabyte));
}

/// <summary>Endpoint metadata of a form with which teachers send files.</summary>
/// <param name="bytes">The maximum size of the whole form in bytes.</param>
internal sealed class TakesFiles(long bytes)
{
    /// <summary>The maximum size of the whole form in bytes.</summary>
    public long Bytes => bytes;
}
