using Bot.Web.Safety;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Web.Assets;

/// <summary>Serves the files that pages load.</summary>
internal static class AssetEndpoints
{
    private const string ForGood = "public, max-age=31536000, immutable";

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var asset in Asset.All)
        {
            routes.MapGet(asset.Address, (HttpContext context) =>
            {
                SafeHeaders.AddTo(context.Response);
                context.Response.Headers.CacheControl = ForGood;
                return Results.Bytes(asset.Content, asset.MediaType);
            });
        }
    }
}
