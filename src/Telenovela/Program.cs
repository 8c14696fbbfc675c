using Telenovela.Cli;

return await TelenovelaCommandLine.RunAsync(args).ConfigureAwait(false);
