using Telenovela.Bot.Commands.Definitions;

namespace Telenovela.Tests.Playground;

/// <summary>A command of every kind of option, and one for every kind of reply.</summary>
internal sealed class FakeCatalog : ICommandCatalog
{
    public IReadOnlyList<CommandDefinition> Commands { get; } =
    [
        new(new("telenovela", "telenovela"), new("Scenes written by a neural network", "Escenas escritas por una red neuronal"),
        [
            Sub("generate", "generar", "Writes new lines", "Escribe líneas nuevas",
                new(OptionType.Text, new("telenovela", "telenovela"), new("In which telenovela", "En qué telenovela")) { Autocomplete = true },
                new(OptionType.Text, new("prompt", "comienzo"), new("Words that the text carries on from", "Palabras con las que empieza")) { MaxLength = 200 },
                new(OptionType.WholeNumber, new("length", "longitud"), new("How many characters", "Cuántos caracteres")) { MinValue = 20, MaxValue = 600 },
                new(OptionType.Number, new("temperature", "temperatura"), new("0 is timid, 1.5 delirious", "0 es tímida, 1.5 delirante")) { MinValue = 0, MaxValue = 1.5 }),
            Sub("about", "acerca", "What this is", "Qué es esto"),
            Sub("cast", "elenco", "Chooses who plays", "Elige quién actúa",
                new OptionDefinition(OptionType.Text, new("role", "papel"), new("Which role", "Qué papel"))
                {
                    Required = true,
                    Choices = [new("The villain", "villain"), new("The twin", "twin"), new("The priest", "priest")],
                },
                new(OptionType.Boolean, new("secret", "secreto"), new("Whether nobody may know", "Si nadie debe saberlo")),
                new(OptionType.User, new("player", "intérprete"), new("Who plays", "Quién actúa"))),
            Sub("contribute", "contribuir", "Gives a scene of your own", "Da una escena tuya"),
            Sub("picture", "imagen", "Shows a picture and a file", "Muestra una imagen y un archivo"),
            Sub("markup", "formato", "Says something in markdown", "Dice algo en markdown",
                new OptionDefinition(OptionType.Text, new("text", "texto"), new("Markdown", "Markdown")) { Required = true }),
            Sub("script", "guion", "Takes a file", "Toma un archivo", new OptionDefinition(OptionType.Attachment, new("file", "archivo"), new("The script", "El guion")) { Required = true }),
            new(OptionType.SubcommandGroup, new("season", "temporada"), new("Seasons", "Temporadas"))
            {
                Options =
                [
                    Sub("begin", "empezar", "Begins a season", "Empieza una temporada", new OptionDefinition(OptionType.Text, new("title", "título"), new("Its title", "Su título"))),
                    Sub("end", "acabar", "Ends the season", "Acaba la temporada"),
                ],
            },
            Sub("silence", "silencio", "Never answers", "No contesta nunca"),
            Sub("sulk", "enfado", "Promises an answer and says privately why there is none", "Promete y luego explica en privado"),
        ]),
        new(new("review", "revisar"), new("Looks through contributions", "Revisa las contribuciones"), [])
        {
            DefaultMemberPermissions = 1UL << 13,
        },
        new(new("manage", "gestionar"), new("Settings of this server", "Ajustes de este servidor"), [])
        {
            DefaultMemberPermissions = 1UL << 5,
        },
    ];

    private static OptionDefinition Sub(string name, string nombre, string description, string descripcion, params OptionDefinition[] options) =>
        new(OptionType.Subcommand, new(name, nombre), new(description, descripcion)) { Options = options };
}
