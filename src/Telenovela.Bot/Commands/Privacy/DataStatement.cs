using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Storage;

namespace Telenovela.Bot.Commands.Privacy;

/// <summary>What is true of data: what was learned from, what is kept of people, why and for how long. The README says the same.</summary>
public sealed class DataStatement(IOptions<StorageOptions> storage, IStringLocalizer<ContributeText> text)
{
    private static readonly string[] Parts = ["Learned", "Kept", "NotKept", "Why", "HowLong", "Yours"];

    /// <summary>Its parts, in the person's language.</summary>
    public IReadOnlyList<EmbedField> Fields =>
        [.. Parts.Select(part => new EmbedField(text["Data_" + part], text[$"Data_{part}Text", storage.Value.BackupDays]))];
}
