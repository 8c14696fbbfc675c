namespace Telenovela.Hosting;

/// <summary>Where the language models are (section <c>Models</c>).</summary>
internal sealed class ModelOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Models";

    /// <summary>A folder of model folders. A relative path is looked for in the current folder first, then beside the program.</summary>
    /// <value><c>models</c> by default: the shipped ones.</value>
    public string Directory { get; set; } = "models";
}
