using Microsoft.Extensions.DependencyInjection;
using Telenovela.Bot.Contributions.Checks.Comparison;
using Telenovela.Bot.Contributions.Checks.Content;
using Telenovela.Bot.Contributions.Checks.Duplicates;
using Telenovela.Bot.Contributions.Checks.Flooding;
using Telenovela.Bot.Contributions.Checks.Languages;
using Telenovela.Bot.Contributions.Checks.Reading;
using Telenovela.Bot.Contributions.Checks.Wording;

namespace Telenovela.Bot.Contributions.Checks;

/// <summary>Registers the checks. They need the store besides (<c>AddStorage</c>).</summary>
public static class ContributionCheckServiceCollectionExtensions
{
    /// <summary>Adds <see cref="ContributionChecks"/> and its rules.</summary>
    /// <param name="services">Where to.</param>
    public static IServiceCollection AddContributionChecks(this IServiceCollection services)
    {
        services.AddOptions<ContributionCheckOptions>().BindConfiguration(ContributionCheckOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ComparisonCorpusSource>();
        services.AddSingleton<TypingPace>();
        services.AddSingleton<ContributionChecks>();
        return services
            .AddRule<FormRule>()
            .AddRule<LengthRule>()
            .AddRule<HiddenCharacterRule>()
            .AddRule<LinkRule>()
            .AddRule<MentionRule>()
            .AddRule<PersonalDataRule>()
            .AddRule<BlockedWordRule>()
            .AddRule<RepetitionRule>()
            .AddRule<KeyboardMashRule>()
            .AddRule<CapitalsRule>()
            .AddRule<LanguageRule>()
            .AddRule<RepeatedLineRule>()
            .AddRule<CorpusRule>()
            .AddRule<DuplicateRule>()
            .AddRule<PendingRule>();
    }

    private static IServiceCollection AddRule<T>(this IServiceCollection services)
        where T : class, IContributionRule => services.AddSingleton<IContributionRule, T>();
}
