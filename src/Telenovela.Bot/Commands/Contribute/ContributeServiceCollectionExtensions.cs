using Microsoft.Extensions.DependencyInjection;
using Telenovela.Bot.Commands.ContributeScript;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Commands.MyData;
using Telenovela.Bot.Commands.Privacy;

namespace Telenovela.Bot.Commands.Contribute;

/// <summary>Registers giving lines, and everything that people can do with what they gave. Needs the checks, the store and an <see cref="IAttachmentSource"/> besides.</summary>
public static class ContributeServiceCollectionExtensions
{
    /// <summary>Adds the commands and what they need.</summary>
    /// <param name="services">Where to.</param>
    public static IServiceCollection AddContributing(this IServiceCollection services)
    {
        services.AddOptions<ContributionQuotaOptions>().BindConfiguration(ContributionQuotaOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<CorpusArcs>();
        services.AddSingleton<ContributionForm>();
        services.AddSingleton<ContributionAnswer>();
        services.AddSingleton<ContributionQuota>();
        services.AddSingleton<ContributionGate>();
        services.AddSingleton<ContributionLanguage>();
        services.AddSingleton<ConsentRequest>();
        services.AddSingleton<ScriptDrafts>();
        services.AddSingleton<ScriptPreview>();
        services.AddSingleton<MyDataPage>();
        services.AddSingleton<DataStatement>();
        return services
            .AddCommand<ContributeCommand>()
            .AddCommand<ContributeScriptCommand>()
            .AddCommand<MyDataCommand>()
            .AddCommand<PrivacyCommand>()
            .AddHandler<ConsentButton>()
            .AddHandler<ConsentDeclineButton>()
            .AddHandler<ContributeModal>()
            .AddHandler<ContributeEditButton>()
            .AddHandler<ScriptSubmitButton>()
            .AddHandler<ScriptCancelButton>()
            .AddHandler<MyDataPageButton>()
            .AddHandler<MyDataDeleteSelect>()
            .AddHandler<MyDataDeleteButton>()
            .AddHandler<MyDataExportButton>()
            .AddHandler<MyDataWithdrawButton>()
            .AddHandler<MyDataCreditButton>()
            .AddHandler<MyDataCreditModal>()
            .AddHandler<MyDataDeleteAllButton>()
            .AddHandler<MyDataDeleteAllModal>();
    }
}
