namespace Telenovela.Corpus.Dataset;

/// <summary>Finds the folders that come with the program.</summary>
public static class ProgramFolder
{
    /// <summary>A relative path is looked for in the current folder first, then beside the program.</summary>
    /// <param name="directory">A folder.</param>
    /// <returns>A full path; the folder need not exist.</returns>
    public static string Locate(string directory)
    {
        var here = Path.GetFullPath(directory);
        return Directory.Exists(here) ? here : Path.GetFullPath(directory, AppContext.BaseDirectory);
    }
}
