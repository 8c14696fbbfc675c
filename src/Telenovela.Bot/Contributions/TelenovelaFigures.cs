namespace Telenovela.Bot.Contributions;

/// <summary>Lines of one telenovela.</summary>
/// <param name="Telenovela">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Pending">Lines that wait.</param>
/// <param name="Approved">Lines of the dataset.</param>
/// <param name="Rejected">Lines that were refused.</param>
public sealed record TelenovelaFigures(string Telenovela, string Title, int Pending, int Approved, int Rejected);
