using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Checks;

/// <summary>A row of a table in a bible.</summary>
/// <param name="Line">The line of the README it stands in, from 1.</param>
/// <param name="Cells">Its cells without surrounding space.</param>
public sealed record BibleRow(int Line, ValueList<string> Cells)
{
    /// <summary>A cell, or nothing where the row is too short.</summary>
    /// <param name="column">The column, from 0.</param>
    /// <returns>The cell's text, possibly empty.</returns>
    public string Cell(int column) => column < Cells.Count ? Cells[column] : "";
}
