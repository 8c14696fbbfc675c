using System.Text;

namespace Telenovela.Story.Models.Generations;

/// <summary>The file that names the generation in use: one line, replaced in one step.</summary>
/// <param name="directory">Its folder.</param>
internal sealed class CurrentFile(string directory)
{
    public const string Name = "CURRENT";

    /// <summary>Not the name of a generation, and of no file.</summary>
    public const string Unreadable = "?";

    private const string Shipped = "shipped";

    private string File { get; } = Path.Combine(directory, Name);

    public bool Exists => System.IO.File.Exists(File);

    /// <summary>A generation's name; null for the shipped models; <see cref="Unreadable"/> where there is no such file or no sense in it.</summary>
    public string? Read()
    {
        try
        {
            // Whoever replaces it meanwhile must be able to (Windows).
            using var stream = new FileStream(File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var buffer = new char[64];
            var name = new string(buffer, 0, reader.ReadBlock(buffer)).TrimEnd('\r', '\n');
            return name == Shipped ? null : GenerationId.Is(name) ? name : Unreadable;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Unreadable;
        }
    }

    /// <exception cref="IOException">The disk refuses; what was named stays named.</exception>
    public void Write(string? id) => ModelFiles.Replace(File, Encoding.UTF8.GetBytes((id ?? Shipped) + "\n"));
}
