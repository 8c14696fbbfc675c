using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Telenovela.Bot;
using Telenovela.Bot.Storage;
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
        .AddDiscord(configuration);
}
