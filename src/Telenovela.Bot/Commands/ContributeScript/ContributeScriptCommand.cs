using System.Globalization;
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
/// <param name="files">Fetches the file.</param>
/// <param name="checks">Look at the lines.</param>
/// <param name="suggestions">Suggests telenovelas.</param>
/// <param name="preview">Shows what was understood.</param>
/// <param name="text">What is said.</param>
public sealed class ContributeScriptCommand(
    ContributionGate gate,
    ConsentRequest consent,
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
            new(OptionType.Text, new("language", "idioma"), new("Its language; yours by default", "Su idioma; el tuyo si no se dice"))
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
        if (!await consent.IsGivenAsync(interaction.User.Id, cancellationToken).ConfigureAwait(false))
        {
            return consent.Ask(ConsentNext.Script, ContributionFields.Empty);
        }

        var command = interaction.Command!;
        var language = command.Text("language") ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        gate.RequireLanguage(chosen, language);
        var file = FileOf(command);
        var read = CorpusFormats.Read(await FetchAsync(file, cancellationToken).ConfigureAwait(false), file.FileName);
        var spoken = read.Episode.Scenes.SelectMany(scene => scene.Elements).OfType<ScriptLine>()
            .Select((line, at) => new DraftLine(at + 1, line.Speaker, line.ToSpeech())).ToList();
        if (spoken.Count == 0)
        {
            throw new ReplyException(text["Script_Nothing"]);
        }

        var draft = new ContributionDraft(chosen.GuildId, interaction.User.Id, command.Text("telenovela") ?? "", language, null, null, "") { IsScript = true };
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
