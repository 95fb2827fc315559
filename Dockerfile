# Builds and runs Seminar Bot:
#   docker build -t seminar-bot .
#   docker run -it -v "$PWD/week-3:/readings:ro" seminar-bot          a chat in the terminal
#   docker run -d -v … -v seminar-bot:/data --env-file config/bot.env seminar-bot   a service
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# The chat platforms' libraries, which the build machines of the project do not carry.
ARG ChatSdks=true
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY config config
COPY seeds seeds
COPY src src
RUN dotnet publish src/Bot -c Release -o /app -p:ChatSdks=$ChatSdks
# The final image has no shell to make folders with. Where nothing is mounted, the readings that ship are served.
RUN mkdir -p /volumes/data && cp -r seeds /volumes/readings

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
WORKDIR /app
COPY --from=build /app ./
COPY --from=build --chown=$APP_UID:$APP_UID /volumes/ /
ENV BOT__Readings__Folder=/readings \
    BOT__Storage__Folder=/data \
    BOT__Http__Url=http://0.0.0.0:5080 \
    BOT__Console__Mode=Terminal
USER $APP_UID
VOLUME ["/readings", "/data"]
EXPOSE 5080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["/app/bot", "health"]
ENTRYPOINT ["/app/bot"]
