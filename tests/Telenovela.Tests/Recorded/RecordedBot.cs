using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Telenovela.Bot;
using Telenovela.Bot.Retraining;
using Telenovela.Bot.Retraining.Stages;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Discord;
using Telenovela.Story.Writing;
using Telenovela.Tests.Bot;

namespace Telenovela.Tests.Recorded;

/// <summary>The bot behind every transport under test: the real one, with a fake writer, and without a pause between requests.</summary>
internal static class RecordedBot
{
    public static Dictionary<string, string?> Settings(Uri apiBaseUrl, string publicKey = "") => new()
    {
        ["Interactions:CooldownSeconds"] = "0",
        ["Interactions:Workers"] = "1",
        ["Storage:Directory"] = Directory.CreateTempSubdirectory("telenovela-recorded-").FullName,
        ["Storage:BallastMegabytes"] = "0",
        ["Contributions:CooldownSeconds"] = "0",
        ["Discord:ApplicationId"] = $"{RecordedInteractions.ApplicationId}",
        ["Discord:PublicKey"] = publicKey,
        ["Discord:Token"] = "bot-token",
        ["Discord:ApiBaseUrl"] = apiBaseUrl.AbsoluteUri,
    };

    public static IServiceCollection AddRecordedBot(this IServiceCollection services, IConfiguration configuration) => services
        .AddStorage()
        .AddBot()
        .AddSingleton<IScriptWriter>(new FakeScriptWriter())
        .AddSingleton<IRetraining>(RecordedRetraining())
        .AddDiscord(configuration);

    /// <summary>A run is under way, in the same place in every transport.</summary>
    private static FakeRetraining RecordedRetraining()
    {
        var retraining = new FakeRetraining();
        retraining.MoveTo(new RetrainingProgress(3, RunTrigger.Nightly, new DateTimeOffset(2026, 11, 25, 3, 0, 0, TimeSpan.Zero), StageName.Train, 0.42, TimeSpan.FromMinutes(7))
        {
            Model = "telenovela-es",
            Epoch = 1,
            Epochs = 2,
            HeldOutNats = 1.2345,
        });
        return retraining;
    }
}
