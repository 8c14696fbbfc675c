using Microsoft.EntityFrameworkCore;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Health;
using Telenovela.Bot.Storage.Maintenance;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Contributions.Exports;

/// <summary>
/// Writes the dataset into folders: the same database gives the same bytes. Folders are remembered, and written again when somebody deletes a
/// line, withdraws, or changes the name of credit.
/// </summary>
/// <param name="store">Remembers the folders.</param>
/// <param name="dataset">The lines.</param>
public sealed class CorpusExporter(Store store, TrainingLines dataset) : IErasureFollower
{
    /// <summary>Exports.</summary>
    /// <param name="directory">A new or empty folder, or one of an earlier export.</param>
    /// <param name="format">How.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreException">Other things are in the folder.</exception>
    /// <exception cref="StoreUnavailableException">The folder can't be remembered now; unremembered, it would keep deleted lines.</exception>
    public async Task<ExportReport> ExportAsync(string directory, ExportFormat format, CancellationToken cancellationToken)
    {
        directory = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        new ExportFolder(directory).Demand();
        var wanted = await store.WriteAsync(
            async (context, stop) =>
            {
                var folder = await context.ExportedFolders.SingleOrDefaultAsync(row => row.Directory == directory, stop).ConfigureAwait(false);
                if (folder is null)
                {
                    folder = new ExportedFolder { Directory = directory };
                    context.ExportedFolders.Add(folder);
                }

                folder.Format = format.ToString();
                return ++folder.Wanted;
            },
            cancellationToken).ConfigureAwait(false);
        return await WriteAsync(directory, format, wanted, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        var stale = await store.ReadAsync(
            (context, stop) => context.ExportedFolders.Where(folder => folder.Written < folder.Wanted).OrderBy(folder => folder.Id).ToListAsync(stop), cancellationToken).ConfigureAwait(false);
        foreach (var folder in stale)
        {
            if (new ExportFolder(folder.Directory).Exists && Enum.TryParse<ExportFormat>(folder.Format, out var format))
            {
                await WriteAsync(folder.Directory, format, folder.Wanted, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                // Somebody moved or deleted it; it is theirs now.
                await store.EraseAsync((context, stop) => context.ExportedFolders.Where(row => row.Id == folder.Id).ExecuteDeleteAsync(stop), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<ExportReport> WriteAsync(string directory, ExportFormat format, long wanted, CancellationToken cancellationToken)
    {
        var lines = await dataset.AllAsync(cancellationToken).ConfigureAwait(false);
        List<ExportFile> files = [.. format == ExportFormat.Fountain ? FountainExport.Files(lines) : JsonLinesExport.Files(lines)];
        new ExportFolder(directory).Write(files);
        await store.EraseAsync(
            (context, stop) => context.ExportedFolders.Where(folder => folder.Directory == directory && folder.Written < wanted)
                .ExecuteUpdateAsync(set => set.SetProperty(folder => folder.Written, wanted), stop),
            cancellationToken).ConfigureAwait(false);
        return new ExportReport(
            directory,
            format,
            lines.Count,
            lines.Count(line => line.HeldOut),
            lines.Select(line => (line.Telenovela, line.Language)).Distinct().Count(),
            lines.Select(line => line.Contributor).Distinct().Count(),
            [.. files.Select(file => file.Path).Order(StringComparer.Ordinal)]);
    }
}
