namespace Telenovela.Corpus.Dataset;

/// <summary>Makes folders to write into.</summary>
public static class OutputFolder
{
    /// <summary>Makes a folder, and those above it; one that is there is left as it is.</summary>
    /// <exception cref="IOException">It can't be made; the message says which path is in the way.</exception>
    public static void Create(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            var there = path;
            while (!Path.Exists(there) && Path.GetDirectoryName(there) is { Length: > 0 } above)
            {
                there = above;
            }

            throw new IOException(
                Directory.Exists(there)
                    ? $"The folder “{path}” can't be made: “{there}” takes none."
                    : $"“{path}” can't be a folder: “{there}” is a file.",
                refused);
        }
    }
}
