namespace Telenovela.Bot.Contributions.Exports;

/// <summary>How the dataset is written down.</summary>
public enum ExportFormat
{
    /// <summary>The corpus layout: <c>language/telenovela/README.md</c> and <c>s01e01.fountain</c>; held-out lines in <c>held-out.fountain</c>.</summary>
    Fountain,

    /// <summary>JSON lines with a dataset card as at Hugging Face: <c>README.md</c>, <c>data/train.jsonl</c>, <c>data/test.jsonl</c>.</summary>
    JsonLines,
}
