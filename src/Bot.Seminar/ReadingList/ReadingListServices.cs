using Bot.Seminar.Channels;
using Bot.Seminar.ReadingList.Uploads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Seminar.ReadingList;

/// <summary>Registers the commands for readings and reading lists.</summary>
internal static class ReadingListServices
{
    public static IServiceCollection AddReadingList(this IServiceCollection services)
    {
        services.AddOptions<UploadsOptions>().BindConfiguration(UploadsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<UploadStore>();
        services.TryAddSingleton<UploadedReadings>();
        services.TryAddSingleton<ReadingUpload>();
        return services
            .AddChannels()
            .AddCommand<ReadingListCommand>()
            .AddCommand<UseReadingsCommand>()
            .AddCommand<AddReadingsCommand>()
            .AddCommand<RemoveReadingsCommand>()
            .AddCommand<DeleteReadingCommand>();
    }
}
