# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
WORKDIR /source
# Restored first, so that a change of code doesn't fetch half a gigabyte of libtorch again.
COPY global.json Directory.Build.props Directory.Build.targets Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/Telenovela.Bot/*.csproj src/Telenovela.Bot/
COPY src/Telenovela.Corpus/*.csproj src/Telenovela.Corpus/
COPY src/Telenovela.Engine/*.csproj src/Telenovela.Engine/
COPY src/Telenovela.Gateway/*.csproj src/Telenovela.Gateway/
COPY src/Telenovela.Story/*.csproj src/Telenovela.Story/
COPY src/Telenovela/*.csproj src/Telenovela/
COPY migrations/*.csproj migrations/
ENV DiscordNet=true
RUN dotnet restore src/Telenovela
COPY . .
RUN dotnet publish src/Telenovela -c Release --no-restore -o /app && mkdir /empty
# The runtime image has no fonts, and a chart without them has no words.
RUN apt-get update && apt-get install -y --no-install-recommends fonts-dejavu-core

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
WORKDIR /app
COPY --from=build /app .
COPY --from=build /usr/share/fonts/truetype/dejavu /usr/share/fonts/truetype/dejavu
COPY --from=build --chown=1654:1654 /empty /data
ENV Storage__Directory=/data ASPNETCORE_HTTP_PORTS=8080
VOLUME /data
EXPOSE 8080
USER 1654
HEALTHCHECK --interval=30s --timeout=6s --start-period=30s CMD ["dotnet", "telenovela.dll", "health", "--url", "http://127.0.0.1:8080"]
ENTRYPOINT ["dotnet", "telenovela.dll"]
