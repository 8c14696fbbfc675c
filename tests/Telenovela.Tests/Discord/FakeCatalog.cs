using Telenovela.Bot.Commands.Definitions;

namespace Telenovela.Tests.Discord;

/// <summary>Commands that use every kind of option.</summary>
internal sealed class FakeCatalog : ICommandCatalog
{
    public IReadOnlyList<CommandDefinition> Commands { get; set; } =
    [
        new CommandDefinition(new("telenovela", "telenovela"), new("Everything", "Todo"),
        [
            new(OptionType.Subcommand, new("generate", "generar"), new("Writes lines", "Escribe líneas"))
            {
                Options =
                [
                    new(OptionType.Text, new("show", "serie"), new("Which", "Cuál")) { Required = true, Autocomplete = true, MinLength = 1, MaxLength = 80 },
                    new(OptionType.WholeNumber, new("lines", "líneas"), new("How many", "Cuántas")) { MinValue = 1, MaxValue = 60 },
                    new(OptionType.Number, new("heat", "calor"), new("How wild", "Qué tan loca")) { MinValue = 0.1, MaxValue = 2, Choices = [new("low", "0.5"), new("high", "1.5")] },
                    new(OptionType.Text, new("arc", "arco"), new("Plot", "Trama")) { Choices = [new("amnesia", "amnesia")] },
                ],
            },
            new(OptionType.Subcommand, new("privacy", "privacidad"), new("What is kept", "Qué se guarda")),
            new(OptionType.SubcommandGroup, new("season", "temporada"), new("Seasons", "Temporadas"))
            {
                Options =
                [
                    new(OptionType.Subcommand, new("begin", "empezar"), new("Begins one", "Empieza una")) { Options = [new(OptionType.Text, new("title", "título"), new("Its title", "Su título"))] },
                    new(OptionType.Subcommand, new("end", "acabar"), new("Ends it", "La acaba")),
                ],
            },
        ]),
        new CommandDefinition(new("moderate", "moderar"), new("For moderators", "Para moderadores"),
        [
            new(OptionType.Boolean, new("all", "todo"), new("All", "Todo")),
            new(OptionType.User, new("who", "quién"), new("Who", "Quién")),
            new(OptionType.Attachment, new("file", "archivo"), new("File", "Archivo")),
        ]) { DefaultMemberPermissions = 8192, InDirectMessages = false },
    ];
}
