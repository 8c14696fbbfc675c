using Microsoft.Extensions.Localization;
using Telenovela.Bot.Commands.Contribute;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Contributions.Checks;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;
using Telenovela.Corpus.Formats;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Bot.Commands.ContributeScript;

/// <summary><c>/telenovela contribute-script</c>: reads a file and shows what was understood, before anything is submitted.</summary>
/// <param name="gate">Says who may give lines.</param>
/// <param name="consent">Asks for it.</param>
/// <param name="drafts">Keep what was sent before the consent.</param>
/// <param name="languages">Know the language of the lines.</param>
/// <param name="files">Fetches the file.</param>
/// <param name="checks">Look at the lines.</param>
/// <param name="suggestions">Suggests telenovelas.</param>
/// <param name="preview">Shows what was understood.</param>
/// <param name="text">What is said.</param>
public sealed class ContributeScriptCommand(
    ContributionGate gate,
    ConsentRequest consent,
    ScriptDrafts drafts,
    ContributionLanguage languages,
    IAttachmentSource files,
    ContributionChecks checks,
    ContributeCommand suggestions,
    ScriptPreview preview,
    IStringLocalizer<ContributeText> text) : ISubcommand, IAutocompletion
{
    /// <summary>Largest file, in bytes.</summary>
    public const int LargestFile = 1024 * 1024;

    private static readonly string[] Endings = [".fountain", ".srt", ".vtt", ".ttml", ".dfxp", ".xml", ".txt"];

    /// <inheritdoc/>
    public string Name => "telenovela contribute-script";

    /// <inheritdoc/>
    public OptionDefinition Definition { get; } = new(
        OptionType.Subcommand, new("contribute-script", "contribuir-guion"), new("Give a whole script that you wrote", "Regala un guion entero que escribiste"))
    {
        Options =
        [
            new(OptionType.Attachment, new("file", "archivo"), new(".fountain .srt .vtt .ttml .xml .txt, 1 MB at most", ".fountain .srt .vtt .ttml .xml .txt, 1 MB como máximo")) { Required = true },
            new(OptionType.Text, new("telenovela", "telenovela"), new("For which telenovela: one that there is, or a new one", "Para qué telenovela: una que ya existe o una nueva"))
            {
                Required = true,
                Autocomplete = true,
                MaxLength = ContributionForm.MostTitle,
            },
            new(
                OptionType.Text, new("language", "idioma"),
                new(
                    "Its language; by default as the telenovela and the lines are",
                    "Su idioma; si no se dice, el de la telenovela y las líneas"))
            {
                Choices = [new Choice("English", "en"), new Choice("Español", "es")],
            },
        ],
    };

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true);

    /// <inheritdoc/>
    public ChoicesReply Complete(Interaction interaction) => suggestions.Complete(interaction);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var chosen = await gate.RequireAsync(interaction, cancellationToken).ConfigureAwait(false);
        var command = interaction.Command!;
        return await consent.IsGivenAsync(interaction.User.Id, cancellationToken).ConfigureAwait(false)
            ? await PreviewAsync(interaction, command, cancellationToken).ConfigureAwait(false)
            : consent.Ask(
                ConsentNext.Script, ContributionFields.Empty,
                drafts.Keep(new ScriptDraft(interaction.User.Id, chosen.GuildId, []) { Command = command }));
    }

    /// <summary>Reads the file and shows what was understood.</summary>
    /// <param name="interaction">Who gives it, and where.</param>
    /// <param name="command">The command that it was attached to, which may have been sent before the consent.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<MessageReply> PreviewAsync(Interaction interaction, CommandData command, CancellationToken cancellationToken)
    {
        var chosen = await gate.RequireAsync(interaction, cancellationToken).ConfigureAwait(false);
        var file = FileOf(command);
        var read = CorpusFormats.Read(await FetchAsync(file, cancellationToken).ConfigureAwait(false), file.FileName);
        var spoken = read.Episode.Scenes.SelectMany(scene => scene.Elements).OfType<ScriptLine>()
            .Select((line, at) => new DraftLine(at + 1, line.Speaker, line.ToSpeech())).ToList();
        if (spoken.Count == 0)
        {
            throw new ReplyException(text["Script_Nothing"]);
        }

        var telenovela = command.Text("telenovela") ?? "";
        var language = command.Text("language")
            ?? await languages.OfAsync(chosen, telenovela, spoken, cancellationToken).ConfigureAwait(false);
        gate.RequireLanguage(chosen, language);
        var draft = new ContributionDraft(chosen.GuildId, interaction.User.Id, telenovela, language, null) { IsScript = true };
        return preview.Show(interaction, draft, read, await checks.CheckAsync(draft, spoken, cancellationToken).ConfigureAwait(false));
    }

    private AttachmentData FileOf(CommandData command)
    {
        var file = command.Options.FirstOrDefault(option => option.Name == "file")?.Value is ulong id && command.Attachments.TryGetValue(id, out var given)
            ? given
            : throw new ReplyException(text["Script_NoFile"]);
        if (!Endings.Contains(Path.GetExtension(file.FileName).ToLowerInvariant()))
        {
            throw new ReplyException(text["Script_Ending", string.Join(" ", Endings)]);
        }

        return file.Size <= LargestFile ? file : throw new ReplyException(text["Script_TooLarge"]);
    }

    private async Task<byte[]> FetchAsync(AttachmentData file, CancellationToken cancellationToken)
    {
        try
        {
            return await files.FetchAsync(file, LargestFile, cancellationToken).ConfigureAwait(false);
        }
        catch (AttachmentException refused)
        {
            throw new ReplyException(text[refused.Problem switch
            {
                AttachmentProblem.TooLarge => "Script_TooLarge",
                AttachmentProblem.WrongAddress => "Script_Address",
                _ => "Script_Unreachable",
            }]);
        }
    }
}
