namespace Telenovela.Bot.Storage.Rows;

/// <summary>A folder that the dataset was exported to: when somebody deletes a line, it is written again without.</summary>
public sealed class ExportedFolder
{
    /// <summary>The row.</summary>
    public long Id { get; set; }

    /// <summary>Its full path.</summary>
    public string Directory { get; set; } = "";

    /// <summary>The format's name.</summary>
    public string Format { get; set; } = "";

    /// <summary>Whether it holds lines that it must no longer hold.</summary>
    public bool Stale { get; set; }
}
