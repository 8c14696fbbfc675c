using System.CommandLine;
using System.Reflection;
using System.Text.RegularExpressions;
using Telenovela.Bot.Commands.Contribute;
using Telenovela.Bot.Contributions.Checks;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Retraining;
using Telenovela.Bot.Storage;
using Telenovela.Discord;
using Telenovela.Hosting;
using Telenovela.Playground;

namespace Telenovela.Cli;

/// <summary>
/// The bot's settings on a command line, <c>--Storage:Directory data</c>: the same names for the bot and for every command that works with
/// what the bot keeps.
/// </summary>
internal static partial class HostSettings
{
    private static readonly Dictionary<string, Type[]> Sections = new(StringComparer.OrdinalIgnoreCase)
    {
        [StorageOptions.Section] = [typeof(StorageOptions)],
        [ModelOptions.Section] = [typeof(ModelOptions)],
        [RetrainingOptions.Section] = [typeof(RetrainingOptions)],
        [InteractionOptions.Section] = [typeof(InteractionOptions)],
        [ContributionQuotaOptions.Section] = [typeof(ContributionQuotaOptions), typeof(ContributionCheckOptions)],
        [PlaygroundOptions.Section] = [typeof(PlaygroundOptions)],
#if DISCORDNET
        [DiscordOptions.Section] = [typeof(DiscordOptions), typeof(Gateway.GatewayOptions)],
#else
        [DiscordOptions.Section] = [typeof(DiscordOptions)],
#endif
    };

    /// <summary>Sections that the framework reads.</summary>
    private static readonly string[] Foreign = ["Logging", "Kestrel"];

    /// <summary>Carries a setting through the parser, as <c>Storage:Directory=data</c>; see <see cref="Rewrite"/>.</summary>
    public static Option<string[]> Setting { get; } = CreateSetting();

    /// <summary><c>--data</c>: a short name for <c>--Storage:Directory</c>, on every command that takes settings.</summary>
    public static Option<DirectoryInfo?> Data { get; } = new("--data")
    {
        Description = "The bot's data folder, the same as --Storage:Directory; other settings (docs/configuration.md) are taken, too",
    };

    /// <summary><c>--urls</c>: where the bot listens.</summary>
    public static Option<string?> Urls { get; } =
        new("--urls", "--url") { Description = $"Where the bot listens [default: {TelenovelaHost.DefaultUrl}]" };

    /// <summary>Other settings of the host without a section.</summary>
    public static IReadOnlyList<Option<string?>> Others { get; } =
        [new("--environment") { Hidden = true }, new("--http_ports") { Hidden = true }, new("--https_ports") { Hidden = true }];

    /// <summary>Puts what is written as a setting into a form that the parser doesn't take for something else.</summary>
    public static IEnumerable<string> Rewrite(IReadOnlyList<string> arguments)
    {
        for (var at = 0; at < arguments.Count; at++)
        {
            if (!Form().IsMatch(arguments[at]))
            {
                yield return arguments[at];
                continue;
            }

            var setting = arguments[at][2..];
            var standsApart = !setting.Contains('=', StringComparison.Ordinal) && at + 1 < arguments.Count
                && !arguments[at + 1].StartsWith("--", StringComparison.Ordinal);
            yield return Setting.Name;
            yield return standsApart ? $"{setting}={arguments[++at]}" : setting;
        }
    }

    /// <summary>What is wrong about settings given to a command that takes none; null where all is well.</summary>
    public static string? Misplaced(ParseResult parsed) =>
        parsed.GetValue(Setting) is [var setting, ..] && !parsed.CommandResult.Command.Options.Intersect([Data, Urls]).Any()
            ? $"`{parsed.CommandResult.Command.Name}` reads none of the bot's settings: leave out “--{NameOf(setting)}”."
            : null;

    /// <summary>The settings as the host's configuration reads them.</summary>
    public static string[] Arguments(ParseResult parsed)
    {
        var settings = (parsed.GetValue(Setting) ?? []).Select(setting => "--" + setting).ToList();
        if (parsed.GetValue(Data) is { } data)
        {
            settings.Add($"--{StorageOptions.Section}:{nameof(StorageOptions.Directory)}={data.FullName}");
        }

        settings.AddRange(Others.Prepend(Urls)
            .Where(option => parsed.GetValue(option) is not null).Select(option => $"{option.Name}={parsed.GetValue(option)}"));
        return [.. settings];
    }

    private static Option<string[]> CreateSetting()
    {
        var option = new Option<string[]>("--setting") { Hidden = true, Recursive = true };
        option.Validators.Add(result =>
        {
            foreach (var setting in result.Tokens.Select(token => token.Value))
            {
                if (Problem(NameOf(setting)) is { } problem)
                {
                    result.AddError(problem);
                }
                else if (!setting.Contains('=', StringComparison.Ordinal))
                {
                    result.AddError($"--{setting} needs a value.");
                }
            }
        });
        return option;
    }

    private static string NameOf(string setting) => setting.Split('=')[0];

    private static string? Problem(string name)
    {
        var parts = name.Split(':');
        return Foreign.Contains(parts[0], StringComparer.OrdinalIgnoreCase) ? null
            : !Sections.TryGetValue(parts[0], out var types)
                ? $"There is no setting “{name}”: settings begin with {string.Join(", ", Sections.Keys)}."
            : Names(types).Contains(parts[1], StringComparer.OrdinalIgnoreCase) ? null
            : $"There is no setting “{name}”: {parts[0]} has {string.Join(", ", Names(types))}.";

        static IEnumerable<string> Names(Type[] types) => types
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Select(property => property.Name).Distinct();
    }

    [GeneratedRegex("^--[A-Za-z][A-Za-z0-9]*(:[A-Za-z0-9.]+)+(=.*)?$", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Form();
}
