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

    /// <summary>Counts what made a new writing necessary: exports of this folder, deletions, withdrawals, new credit names.</summary>
    public long Wanted { get; set; }

    /// <summary>What <see cref="Wanted"/> was when the lines of the last writing were read; smaller while the folder is out of date.</summary>
    public long Written { get; set; }
}
