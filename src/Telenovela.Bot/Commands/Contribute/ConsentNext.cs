namespace Telenovela.Bot.Commands.Contribute;

/// <summary>What a person wanted when the terms came first.</summary>
public enum ConsentNext
{
    /// <summary>The form.</summary>
    Form,

    /// <summary>To send a script.</summary>
    Script,
}
