namespace Telenovela.Bot.Storage.Maintenance;

/// <summary>Holds copies of lines outside of the database, and lets go of those that were deleted.</summary>
public interface IErasureFollower
{
    /// <summary>Removes what is deleted in the database from the copies. Called within a minute of a deletion, again after a failure.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    Task FollowAsync(CancellationToken cancellationToken);
}
