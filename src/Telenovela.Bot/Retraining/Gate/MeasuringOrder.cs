using System.Text.Json;

namespace Telenovela.Bot.Retraining.Gate;

/// <summary>What is to be measured of a challenger, written down so that another process can do it. Episodes are read where the corpus lies.</summary>
/// <param name="Baseline">Folder of the weights that it is compared with: what would be used without it.</param>
/// <param name="Champion">Folder of the model in use, for a sample of its writing.</param>
/// <param name="Challenger">Folder of the challenger.</param>
/// <param name="Start">Folder of the weights that its training began with.</param>
/// <param name="Shipped">Folder of the shipped model; null where there is none of that name.</param>
/// <param name="Text">Folder of the prepared text that it learned.</param>
/// <param name="Corpus">Folder of the corpus.</param>
/// <param name="HeldOutLines">Contributed lines that no model has learned, in the order of their approval.</param>
/// <param name="Withheld">Contributed lines that it must not know.</param>
/// <param name="Seed">Of the samples.</param>
public sealed record MeasuringOrder(
    string Baseline,
    string Champion,
    string Challenger,
    string Start,
    string? Shipped,
    string Text,
    string Corpus,
    IReadOnlyList<MeasuredLine> HeldOutLines,
    IReadOnlyList<MeasuredLine> Withheld,
    long Seed)
{
    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="RetrainingException">It holds no order.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static MeasuringOrder Load(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<MeasuringOrder>(File.ReadAllBytes(file)) is { Baseline: not null, Challenger: not null, HeldOutLines: not null, Withheld: not null } order
                ? order
                : throw new RetrainingException($"“{file}” says nothing to measure.");
        }
        catch (JsonException unreadable)
        {
            throw new RetrainingException($"“{file}” says nothing to measure: {unreadable.Message}", unreadable);
        }
    }

    /// <summary>Writes it down. It holds contributed lines: whoever wrote it deletes it.</summary>
    /// <param name="file">The file; one that is there is replaced.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public void Save(string file) => File.WriteAllBytes(file, JsonSerializer.SerializeToUtf8Bytes(this));
}
