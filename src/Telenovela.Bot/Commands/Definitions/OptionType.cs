namespace Telenovela.Bot.Commands.Definitions;

/// <summary>What an option takes; the numbers are Discord's.</summary>
public enum OptionType
{
    /// <summary>Not an option but a command below the command.</summary>
    Subcommand = 1,

    /// <summary>Not an option but a folder of <see cref="Subcommand"/>s below the command.</summary>
    SubcommandGroup = 2,

    /// <summary>Text.</summary>
    Text = 3,

    /// <summary>A whole number.</summary>
    WholeNumber = 4,

    /// <summary>Yes or no.</summary>
    Boolean = 5,

    /// <summary>A person.</summary>
    User = 6,

    /// <summary>A channel.</summary>
    Channel = 7,

    /// <summary>A role.</summary>
    Role = 8,

    /// <summary>A number.</summary>
    Number = 10,

    /// <summary>A file.</summary>
    Attachment = 11,
}
