using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Telenovela.Bot.Storage;

/// <summary>Times as UTC ticks (100 ns since 0001-01-01), which SQLite can sort and compare.</summary>
internal sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
    time => time.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
