using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Localization;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.MyData;

/// <summary>Gives everything as a file.</summary>
/// <param name="data">What is kept.</param>
/// <param name="clock">Dates the file.</param>
/// <param name="text">What is said.</param>
public sealed class MyDataExportButton(PersonalData data, TimeProvider clock, IStringLocalizer<ContributeText> text) : IInteractionHandler
{
    /// <summary>Its custom id.</summary>
    public const string HandlerName = "my-data-export";

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var export = await data.ExportAsync(interaction.User.Id, cancellationToken).ConfigureAwait(false);
        var json = JsonSerializer.SerializeToUtf8Bytes(export, Json);
        return new MessageReply
        {
            Ephemeral = true,
            Content = text["MyData_Exported", export.Lines.Count, export.Votes.Count, export.Reports.Count],
            Files = [new FileAttachment(string.Create(CultureInfo.InvariantCulture, $"telenovela-my-data-{clock.GetUtcNow():yyyy-MM-dd}.json"), json, "application/json", text["MyData_ExportFile"])],
        };
    }

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };
}
